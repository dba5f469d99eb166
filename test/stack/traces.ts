import { OutgoingMessage } from '#contracts/message.ts';
import { actionPlace, decidedActionPlace, evidencePlace } from '#governance/runs/places.ts';
import { type ApprovalRow, listApprovalsOfRun } from '#store/approvals.ts';
import type { InteractionRow } from '#store/crm.ts';
import { listMessagesOfRun, type OutboxRow } from '#store/outbox.ts';
import type { RunRow } from '#store/runs.ts';
import { listStepResults, type StepResultRow } from '#store/step-results.ts';
import { eventually } from './eventually.ts';
import { Evidence } from './evidence-shown.ts';
import type { Stack } from './open-stack.ts';

export interface LedgerLine {
  kind: string;
  actor: string;
  body: Record<string, unknown>;
}

/** What a run has left behind, in every place it may have left something. */
export interface Traces {
  run(runId: string): Promise<RunRow>;
  child(runId: string): Promise<RunRow>;
  approvals(runId: string): Promise<ApprovalRow[]>;
  /** Messages to the customer; notices to colleagues are not among them. */
  replies(runId: string): Promise<OutboxRow[]>;
  interactions(runId: string): Promise<InteractionRow[]>;
  steps(runId: string): Promise<StepResultRow[]>;
  /** Without the lines about notices to colleagues. */
  ledger(runId: string, kind?: string): Promise<LedgerLine[]>;
  /** Waits until the reply was refused for now at least once. */
  putOff(runId: string): Promise<void>;
  /** What a task shows before it is decided, and what was decided where that differs. */
  action(task: ApprovalRow): Promise<OutgoingMessage>;
  decidedAction(task: ApprovalRow): Promise<OutgoingMessage>;
  evidence(task: ApprovalRow): Promise<Evidence>;
}

export function tracesOf({ database, foundation, db }: Stack): Traces {
  const { seals } = foundation;
  const tx = database.direct;
  const replies = async (runId: string) =>
    (await listMessagesOfRun(tx, runId)).filter((row) => row.messageClass === 'reply');
  return {
    run: (runId) => tx.run.findUniqueOrThrow({ where: { id: runId } }),
    child: (runId) => eventually(`a child of ${runId}`, () => tx.run.findFirst({ where: { parentRunId: runId } })),
    approvals: (runId) => listApprovalsOfRun(tx, runId),
    replies,
    interactions: (runId) => tx.interaction.findMany({ where: { runId }, orderBy: { at: 'asc' } }),
    steps: (runId) => listStepResults(tx, runId),
    ledger: async (runId, kind) => {
      const { rows } = await db.query('select kind, actor, body from ledger where run_id = $1 order by id', [runId]);
      const lines = rows.map((row): LedgerLine => ({ kind: row.kind, actor: row.actor, body: JSON.parse(row.body) }));
      const own = lines.filter((line) => !String(line.body.step ?? '').includes('/notify/'));
      return own.filter((line) => kind === undefined || line.kind === kind);
    },
    putOff: async (runId) => {
      await eventually(`the reply of ${runId} to be put off`, async () => {
        const [reply] = await replies(runId);
        return reply?.state === 'queued' && reply.attempts > 0;
      });
    },
    action: async (task) => OutgoingMessage.parse(await seals.read(task.actionSealed, actionPlace(task.id))),
    decidedAction: async (task) => {
      if (!task.decidedActionSealed) throw new Error(`the action of ${task.id} was not changed`);
      return OutgoingMessage.parse(await seals.read(task.decidedActionSealed, decidedActionPlace(task.id)));
    },
    evidence: async (task) => Evidence.parse(await seals.read(task.evidenceSealed, evidencePlace(task.id))),
  };
}
