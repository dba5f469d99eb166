import { AppError } from '#contracts/errors.ts';
import type { LedgerRecord, LedgerStatement } from '#contracts/ledger.ts';
import { type StepAddress, stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Undone } from '#contracts/undo.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { checkStanding } from '#governance/runs/standing.ts';
import type { Transaction } from '#platform/database/client.ts';
import { runStands } from '#store/runs.ts';
import { insertUndoneStep, markSeenTo } from '#store/undo.ts';
import { type Write, writeTogether } from '#store/write-together.ts';

export interface UndoneStep {
  /** What took it back. */
  step: StepCall;
  /** What was taken back, or stays. */
  of: StepAddress;
  undone: Undone;
}

export interface SeenTo {
  step: StepCall;
  /** Keys of the steps that stayed. */
  steps: readonly string[];
  by: string;
}

/** Writes down what became of a step as its run gives up, and that somebody has seen to what stayed: each once. */
export function createRecordUndoing({ ledger }: { ledger: Ledger }) {
  return {
    recordUndone: (tx: Transaction, { step, of, undone }: UndoneStep): Promise<void> =>
      write(tx, step, { claim: insertUndoneStep(of, undone.kind), said: saidOf({ step, of, undone }) }),
    recordSeenTo: (tx: Transaction, { step, steps, by }: SeenTo): Promise<void> => {
      const [claim, ...besides] = steps.map(markSeenTo);
      if (!claim) throw new RangeError('somebody has seen to what stayed, and nothing did');
      return write(tx, step, { claim, besides, said: { kind: 'left-seen-to', body: { steps, by } } });
    },
  };

  async function write(
    tx: Transaction,
    { run }: StepCall,
    { claim, besides = [], said }: { claim: Write; besides?: readonly Write[]; said: Said },
  ): Promise<void> {
    const entry = await ledger.entries({ ...said, runId: run.id, actor: `process:${run.process}` });
    const condition = runStands(run, { cancelled: false });
    if (await writeTogether(tx, { condition, claim, writes: [...besides, entry] })) return;
    const standing = await checkStanding(tx, run);
    if (standing.kind !== 'stands')
      throw new AppError('run-cancelled', `Nothing is taken back any more: ${standing.why}`);
  }
}

type Said = LedgerStatement & Pick<LedgerRecord, 'sealed'>;

function saidOf({ step, of, undone }: UndoneStep): Said {
  const body = { step: stepKey(of), by: stepKey(step.address) };
  if (undone.kind === 'undone') return { kind: 'effect-undone', body: { ...body, how: undone.how } };
  const { why, words } = undone;
  return { kind: 'effect-left', body: { ...body, why }, ...(words === undefined ? {} : { sealed: words }) };
}
