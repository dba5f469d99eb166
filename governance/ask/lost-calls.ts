import type { LedgerRecord } from '#contracts/ledger.ts';
import { doubtWords } from '#contracts/payment-doubt.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import { doubtModelCall, listUnheardCallsOfStep, type UnheardModelCall } from '#store/model-calls.ts';
import { writeTogether } from '#store/write-together.ts';

const doubt = 'not-recorded';

/** Calls of a step whose end nobody wrote down: each may have been paid for, and is counted before the step asks again. */
export interface LostCalls {
  /** Those that are counted already too: one that is asked again has the name it had. */
  find(step: StepCall): Promise<readonly UnheardModelCall[]>;
  record(step: StepCall, unheard: readonly UnheardModelCall[]): Promise<void>;
}

export function createLostCalls({ database, ledger }: { database: Database; ledger: Ledger }): LostCalls {
  return {
    find: ({ address }) => listUnheardCallsOfStep(database.direct, { runId: address.runId, stepKey: stepKey(address) }),
    record: async ({ run }, unheard) => {
      for (const call of unheard.filter((each) => each.doubt === null)) {
        const entry = await ledger.entries(lostCallEntry(call, { runId: run.id, actor: `process:${run.process}` }));
        await writeTogether(database.direct, { claim: doubtModelCall({ id: call.id, doubt }), writes: [entry] });
      }
    },
  };
}

/** The ledger's entry that nobody knows what came of a call. */
export function lostCallEntry(
  { id, stepKey: step, model, digest }: UnheardModelCall,
  author: { runId: string; actor: string },
): LedgerRecord {
  const body = { step, effect: 'callModel', asset: model, digest, call: id, why: doubtWords[doubt] };
  return { kind: 'effect-unknown', ...author, body };
}
