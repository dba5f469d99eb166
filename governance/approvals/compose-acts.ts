import type { Foundation } from '#governance/foundation.ts';
import type { Database } from '#platform/database/client.ts';
import { createClaims } from './claim.ts';
import { createComment } from './comment.ts';
import { createDelegations } from './delegation.ts';
import { createMayDecide } from './may-decide.ts';
import { createRecordRefusedAct } from './record-refused-act.ts';

/** What people do with tasks besides deciding, with people and rights as they are at each moment. */
export function composeActs({ database, foundation }: { database: Database; foundation: Foundation }) {
  const { ledger, policy, registrySource, seals, verifier } = foundation;
  const person = (id: string) => registrySource.current().person(id);
  const claims = createClaims({ database, ledger, seals, verifier, person, rights: createMayDecide(policy) });
  const recorded = createRecordRefusedAct({ database, ledger });
  return {
    claim: recorded('claim', claims.claim),
    release: recorded('release', claims.release),
    reassign: recorded('reassign', claims.reassign),
    comment: recorded('comment', createComment({ database, ledger, policy, seals })),
    delegations: createDelegations({ database, ledger, policy, seals, person }),
  };
}
