import type { DecisionRequest } from '#contracts/approval.ts';
import type { Person } from '#contracts/person.ts';
import { composeDecide } from '#governance/approvals/compose-decide.ts';
import { decisionKeysFolder } from '#governance/foundation.ts';
import { loadDecisionSigner } from '#governance/keys/index.ts';
import { createAcceptWithin } from '#governance/runs/accept.ts';
import { createAcceptRequest } from '#governance/runs/accept-request.ts';
import { createCancelRun } from '#governance/runs/cancel.ts';
import { createRetryRun } from '#governance/runs/retry.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { RunRow } from '#store/runs.ts';
import { eventually } from './eventually.ts';
import { filledIn } from './filled-in.ts';
import type { Stack } from './open-stack.ts';

/** What people do, through the same use of governance that the doors make. */
export interface People {
  start(process: string, input: Record<string, unknown>, by?: string): Promise<string>;
  /** Waits for the open task of a run, of its child where it has one. */
  task(runId: string, point?: string): Promise<ApprovalRow>;
  /** Fills in the least that a form takes, where the request does not say. */
  decide(
    task: ApprovalRow,
    by: string,
    request: Partial<DecisionRequest> & Pick<DecisionRequest, 'decision'>,
  ): Promise<ApprovalRow>;
  cancel(runId: string): Promise<{ leaving: number }>;
  retry(runId: string, from?: string): Promise<void>;
  /** Waits until a run is over and tells what it came to. */
  outcome(runId: string, withinMs?: number): Promise<string | null>;
  messages(): Promise<SentMessage[]>;
}

export interface SentMessage {
  id: string;
  to: string[];
  subject: string;
  text: string;
  messageId: string;
  headers: Record<string, string>;
  attachments: { name: string; size: number; sha256: string }[];
}

export async function peopleOf(stack: Stack): Promise<People> {
  const { database, foundation } = stack;
  const { definitions, keys, ledger, policy, registrySource: registry, seals } = foundation;
  const signer = await loadDecisionSigner(decisionKeysFolder(stack.config.keysFolder));
  const accept = createAcceptRequest({
    database,
    acceptWithin: createAcceptWithin({ policy, registry, keys, seals, ledger }),
  });
  const decide = composeDecide({ database, foundation, signer, mailFrom: stack.config.mail.from });
  const cancel = createCancelRun({ database, ledger });
  const retry = createRetryRun({ database, ledger });

  const personCalled = (id: string): Person => {
    const person = foundation.registry.person(id);
    if (!person) throw new Error(`the registry knows no ${id}`);
    return person;
  };

  return {
    start: async (process, input, by = 'sam') => {
      const definition = definitions.get(process);
      if (!definition) throw new Error(`no process is called ${process}`);
      const { run } = await accept({
        definition,
        input: definition.input.parse(input),
        startedBy: personCalled(by),
        trigger: 'api',
      });
      return run.id;
    },
    task: (runId, point) =>
      eventually(`an open task of ${runId}`, async () => {
        const run = { OR: [{ id: runId }, { parentRunId: runId }] };
        const runs = await database.direct.run.findMany({ where: run, select: { id: true } });
        return database.direct.approval.findFirst({
          where: { runId: { in: runs.map(({ id }) => id) }, state: 'open', ...(point ? { point } : {}) },
        });
      }),
    decide: (task, by, request) =>
      decide({
        approvalId: task.id,
        by: personCalled(by),
        request: { digest: task.digest, ...filledIn(task, request.decision), ...request },
      }),
    cancel: (runId) => cancel({ runId, by: personCalled('oz'), reason: 'a test' }),
    retry: async (runId, from) => {
      await retry({ runId, by: personCalled('oz'), reason: 'a test', ...(from ? { from } : {}) });
    },
    outcome: async (runId, withinMs) => {
      const closed = await eventually(
        `the end of ${runId}`,
        () => database.direct.run.findFirst({ where: { id: runId, status: 'closed' } }),
        withinMs,
      );
      return (closed as RunRow).outcome;
    },
    messages: async () => {
      const answer = await fetch(`${stack.mailboxUrl}/messages`);
      return ((await answer.json()) as SentMessage[]).filter((message) => !('auto-submitted' in message.headers));
    },
  };
}
