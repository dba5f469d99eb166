import { AppError } from '#contracts/errors.ts';
import type { LedgerRecord } from '#contracts/ledger.ts';
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
    async recordUndone(tx: Transaction, { step, of, undone }: UndoneStep): Promise<void> {
      await write(tx, step, { claim: insertUndoneStep(of, undone.kind), record: statementOf({ step, of, undone }) });
    },
    async recordSeenTo(tx: Transaction, { step, steps, by }: SeenTo): Promise<void> {
      await write(tx, step, { claim: markSeenTo(steps), record: { kind: 'left-seen-to', body: { steps, by } } });
    },
  };

  async function write(
    tx: Transaction,
    { run }: StepCall,
    { claim, record }: { claim: Write; record: Pick<LedgerRecord, 'kind' | 'body' | 'sealed'> },
  ): Promise<void> {
    const author = { runId: run.id, actor: `process:${run.process}` };
    const entry = await ledger.entries({ ...record, ...author } as LedgerRecord);
    const condition = runStands(run, { cancelled: false });
    if (await writeTogether(tx, { condition, claim, writes: [entry] })) return;
    const standing = await checkStanding(tx, run);
    if (standing.kind !== 'stands')
      throw new AppError('run-cancelled', `Nothing is taken back any more: ${standing.why}`);
  }
}

function statementOf({ step, of, undone }: UndoneStep): Pick<LedgerRecord, 'kind' | 'body' | 'sealed'> {
  const body = { step: stepKey(of), by: stepKey(step.address) };
  if (undone.kind === 'undone') return { kind: 'effect-undone', body: { ...body, how: undone.how } };
  const { why, words } = undone;
  return { kind: 'effect-left', body: { ...body, why }, ...(words === undefined ? {} : { sealed: words }) };
}
