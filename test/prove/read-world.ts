import { z } from 'zod';
import type { Decision } from '#contracts/approval.ts';
import type { EngineState } from '#contracts/ports/engine.ts';
import { createJudge } from '#governance/approvals/judge.ts';
import { createEngine } from '#platform/temporal/engine.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { InteractionRow } from '#store/crm.ts';
import type { OutboxRow } from '#store/outbox.ts';
import type { QuestionRow } from '#store/questions.ts';
import type { RunRow } from '#store/runs.ts';
import type { Stack } from '#test/stack/open-stack.ts';

const Body = z.looseObject({
  step: z.string().optional(),
  effect: z.string().optional(),
  asset: z.string().optional(),
  switch: z.string().optional(),
  target: z.string().optional(),
  pause: z.string().optional(),
  digest: z.string().optional(),
  from: z.string().optional(),
  approval: z.string().optional(),
  decision: z.string().optional(),
  question: z.string().optional(),
  leaving: z.number().optional(),
  outcome: z.string().optional(),
});

export interface LedgerEntry {
  id: bigint;
  kind: string;
  runId: string | null;
  actor: string;
  at: Date;
  body: z.infer<typeof Body>;
}

export interface Task {
  row: ApprovalRow;
  /** What the row proves to have been decided, by the product's own judge. */
  decision: Decision;
}

const Delivered = z.array(
  z.object({
    to: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    messageId: z.string(),
    headers: z.record(z.string(), z.string()),
    attachments: z.array(z.object({ name: z.string(), sha256: z.string() })),
  }),
);
export type DeliveredMessage = z.infer<typeof Delivered>[number];

const Payload = z.looseObject({ questionId: z.string().optional() });

export interface DispatchEntry {
  runId: string;
  sequence: number;
  kind: string;
  payload: z.infer<typeof Payload>;
  state: string;
  finishedAt: Date | null;
}

/** Everything that is written down or happened outside, read once all is quiet. */
export interface World {
  runs: readonly RunRow[];
  engine: ReadonlyMap<string, EngineState>;
  ledger: readonly LedgerEntry[];
  tasks: readonly Task[];
  questions: readonly QuestionRow[];
  outbox: readonly OutboxRow[];
  interactions: readonly InteractionRow[];
  dispatch: readonly DispatchEntry[];
  /** What the mailbox took in, replies to customers only. */
  replies: readonly DeliveredMessage[];
  peopleWithRole(role: string): readonly string[];
}

export async function readWorld(stack: Stack): Promise<World> {
  const { direct } = stack.database;
  const runs = await direct.run.findMany({ orderBy: { createdAt: 'asc' } });
  const { registry } = stack.foundation;
  return {
    runs,
    engine: await engineStates(stack, runs),
    ledger: (await direct.ledgerEntry.findMany({ orderBy: { id: 'asc' } })).map(
      ({ id, kind, runId, actor, at, body }) => ({
        id,
        kind,
        runId,
        actor,
        at,
        body: Body.parse(JSON.parse(body)),
      }),
    ),
    tasks: await readTasks(stack),
    questions: await direct.question.findMany(),
    outbox: await direct.outboxMessage.findMany(),
    interactions: await direct.interaction.findMany(),
    dispatch: (await direct.dispatch.findMany({ orderBy: [{ runId: 'asc' }, { sequence: 'asc' }] })).map((order) => ({
      ...order,
      payload: Payload.parse(order.payload),
    })),
    replies: await readReplies(stack),
    peopleWithRole: (role) => registry.peopleWithRole(role).map((person) => person.id),
  };
}

async function engineStates(stack: Stack, runs: readonly RunRow[]): Promise<ReadonlyMap<string, EngineState>> {
  const engine = createEngine({ client: async () => stack.temporal, taskQueue: stack.config.temporal.taskQueue });
  const states = new Map<string, EngineState>();
  for (const { id } of runs) states.set(id, await engine.describe(id));
  return states;
}

async function readTasks({ database, foundation }: Stack): Promise<Task[]> {
  const judge = createJudge(foundation);
  const rows = await database.direct.approval.findMany({ orderBy: { openedAt: 'asc' } });
  return Promise.all(rows.map(async (row) => ({ row, decision: await judge(row) })));
}

async function readReplies({ mailboxUrl }: Stack): Promise<DeliveredMessage[]> {
  const answer = await fetch(`${mailboxUrl}/messages`);
  return Delivered.parse(await answer.json()).filter((message) => !('auto-submitted' in message.headers));
}
