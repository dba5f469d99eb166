import type { Foundation } from '#governance/foundation.ts';
import type { DecisionSigner } from '#governance/keys/index.ts';
import { createNotice } from '#governance/outbox/notices.ts';
import type { Database } from '#platform/database/client.ts';
import { createDecide } from './decide.ts';

export interface DecidingParts {
  database: Database;
  foundation: Foundation;
  signer: DecisionSigner;
  /** The sender of what colleagues are told. */
  mailFrom: string;
}

/** The taking of decisions, with people and rights as they are at each moment. */
export function composeDecide({ database, foundation, signer, mailFrom: from }: DecidingParts) {
  const { ledger, policy, registrySource, seals, verifier } = foundation;
  const { current } = registrySource;
  const notice = createNotice({ seals, from, people: () => current().people() });
  const person = (id: string) => current().person(id);
  return createDecide({ database, ledger, policy, seals, signer, verifier, person, notice });
}
