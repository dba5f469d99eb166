import { stepKey } from '#contracts/step.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import type { InTurnParts } from './ask-in-turn.ts';

/** Writes into the run's ledger which models were passed over, where no call was made that would tell it. */
export function createTellPassedOver({
  database,
  ledger,
}: {
  database: Database;
  ledger: Ledger;
}): InTurnParts['tellPassedOver'] {
  return async ({ run, address }, passedOver) => {
    const body = { step: stepKey(address), passedOver };
    await ledger.append(database.direct, {
      kind: 'models-passed-over',
      runId: run.id,
      actor: `process:${run.process}`,
      body,
    });
  };
}
