import { createSight } from '#api/use-cases/judge-sight.ts';
import { createDelegatorsOf } from '#governance/approvals/acting-for.ts';
import type { Foundation } from '#governance/foundation.ts';
import { createRecordLook } from '#governance/looks/index.ts';
import type { Database } from '#platform/database/client.ts';

/** What every verb needs that shows what a run is about: whether somebody may see it, and the entry that they did. */
export function composeLooking({ database, foundation }: { database: Database; foundation: Foundation }) {
  const { ledger, policy, registrySource, seals } = foundation;
  const reads = database.direct;
  const delegatorsOf = createDelegatorsOf({ person: (id) => registrySource.current().person(id), seals });
  const sight = createSight({ policy, delegatorsOf: (by) => delegatorsOf(reads, by) });
  return { reads, seals, sight, recordLook: createRecordLook({ database, ledger }) };
}
