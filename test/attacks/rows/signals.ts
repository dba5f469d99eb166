import { randomUUID } from 'node:crypto';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { ErrorCode } from '#contracts/errors.ts';
import { approvalDecided } from '#contracts/signals.ts';
import type { Attack, Attempt } from '../attack.ts';
import { verdictOf } from '../verdict.ts';
import { ignored, taken } from './lines.ts';

const approval = { decision: 'approve' } as const;
const undecided = { kind: 'undecided' } as const;

function send({ ground, task }: Attempt, content: unknown): Promise<void> {
  return ground.stack.temporal.workflow.getHandle(task.runId).signal(approvalDecided, content);
}

/** A signal with this content, which decides nothing. */
function signal(name: string, contentOf: (attempt: Attempt) => unknown, times = 1): Attack {
  return {
    name,
    paths: ['temporal'],
    play: async (attempt) => {
      for (let count = 0; count < times; count += 1) await send(attempt, contentOf(attempt));
      return [];
    },
    hears: [],
    ledger: Array.from({ length: times }, () => ignored()),
    end: undecided,
  };
}

/** A signal as bytes that no program of ours would send. */
function raw(name: string, encoding: string, data: string, signalName: string = approvalDecided): Attack {
  return {
    name,
    paths: ['temporal'],
    play: async ({ ground, task }) => {
      const { temporal } = ground.stack;
      await temporal.workflowService.signalWorkflowExecution({
        namespace: temporal.options.namespace,
        workflowExecution: { workflowId: task.runId },
        signalName,
        input: { payloads: [{ metadata: { encoding: Buffer.from(encoding) }, data: Buffer.from(data) }] },
      });
      return [];
    },
    hears: [],
    ledger: [ignored()],
    end: undecided,
  };
}

/** A signal by the pages of Temporal, which the API hands out to some. */
function byTemporalUi(
  who: string,
  { as, headers, heard }: { as: string; headers?: Readonly<Record<string, string>>; heard: ErrorCode },
): Attack {
  return {
    name: `a signal by way of the Temporal UI, from ${who}`,
    paths: ['temporal'],
    play: async ({ ground, task }) => {
      const path = `/temporal/api/v1/namespaces/default/workflows/${task.runId}/signal/${approvalDecided}`;
      const answer = await ground.door.send(path, {}, as, headers);
      return [verdictOf(await answer.json(), answer.status)];
    },
    hears: [heard],
    ledger: [`request-refused ${as} ${heard}`],
    end: undecided,
  };
}

/** What somebody can do who reaches Temporal and no door. */
export const signals: readonly Attack[] = [
  signal('a signal with the right id, and no decision', ({ task }) => ({ approvalId: task.id })),
  signal('a signal with the id of a task that does not exist', () => ({ approvalId: `apr_${'0'.repeat(32)}` })),
  signal('a signal that claims a decision', ({ task }) => ({
    ...{ approvalId: task.id, state: 'approved', decision: 'approve', decidedBy: 'ada', digest: task.digest },
  })),
  signal('a signal without content', () => undefined),
  signal('twenty signals', ({ task }) => ({ approvalId: task.id }), 20),
  raw('a signal sealed under no key', 'binary/encrypted', 'abc'),
  raw('a signal in an encoding nobody knows', 'weird', 'abc'),
  raw('a signal called JSON that is none', 'json/plain', '{'),
  raw('a signal that names nothing at all', 'json/plain', 'null'),
  raw('a signal that names a text no database takes', 'json/plain', '{"approvalId":"\\u0000"}'),
  raw('a signal under a name that no process knows', 'json/plain', '"apr_approve"', 'approve'),
  raw('a signal that names something that is no text', 'json/plain', '{"approvalId":{"toString":1}}'),
  {
    name: 'a signal that names a task decided in another run',
    paths: ['temporal'],
    play: async (attempt) => {
      const { people } = attempt.ground;
      const input = { from: 'mara@example.org', text: 'Where is it?' };
      const other = await people.task(await people.start('answer-order-status', input));
      await people.decide(other, 'ada', approval);
      await send(attempt, { approvalId: other.id });
      return [];
    },
    hears: [],
    ledger: [ignored()],
    end: undecided,
  },
  byTemporalUi('somebody who may only look', { as: 'cora', heard: 'forbidden' }),
  byTemporalUi('a page of another site', {
    as: 'oz',
    headers: { 'sec-fetch-site': 'cross-site' },
    heard: 'origin-refused',
  }),
  {
    name: 'a signal after its run is over, which Temporal itself refuses',
    paths: ['temporal'],
    play: async (attempt) => {
      const { ground, runId, task } = attempt;
      const heard = await attempt.say({ as: 'ada', ...approval });
      await ground.people.outcome(runId);
      await ground.stack.temporal.workflow.getHandle(runId).result();
      const refused = send(attempt, { approvalId: task.id });
      await refused.then(
        () => Promise.reject(new Error('Temporal took a signal to a run that is over')),
        (error: unknown) => {
          if (!(error instanceof WorkflowNotFoundError)) throw error;
        },
      );
      return [heard];
    },
    hears: ['taken'],
    ledger: [taken('ada', 'approve')],
    end: { kind: 'decided' },
  },
  {
    name: 'a workflow started by hand in the name of the run',
    paths: ['temporal'],
    play: async ({ ground, runId }) => {
      const { temporal, config } = ground.stack;
      const [started] = (await temporal.workflow.getHandle(runId).fetchHistory()).events ?? [];
      const input = started?.workflowExecutionStartedEventAttributes?.input;
      if (!input) throw new Error('the run was started without input');
      const workflowId = `impostor-of-${runId}`;
      await temporal.workflowService.startWorkflowExecution({
        ...{ namespace: temporal.options.namespace, workflowId, requestId: randomUUID(), input },
        ...{ workflowType: { name: 'answer-order-status' }, taskQueue: { name: config.temporal.taskQueue } },
      });
      const ended = await temporal.workflow
        .getHandle(workflowId)
        .result()
        .then(
          () => 'completed',
          () => 'refused',
        );
      if (ended !== 'refused') throw new Error(`a workflow that nobody accepted ${ended}`);
      return [];
    },
    hears: [],
    ledger: ['request-refused workflow forbidden'],
    end: undecided,
  },
  {
    name: 'a workflow set back to before the decision, once the message has left',
    paths: ['temporal'],
    play: async ({ ground, runId, say }) => {
      const heard = await say({ as: 'ada', ...approval });
      await ground.people.outcome(runId);
      const { temporal } = ground.stack;
      const handle = temporal.workflow.getHandle(runId);
      await handle.result();
      ground.setBack.add(runId);
      const { events } = await handle.fetchHistory();
      const first = events?.find((event) => event.workflowTaskCompletedEventAttributes)?.eventId;
      await temporal.workflowService.resetWorkflowExecution({
        ...{ namespace: temporal.options.namespace, reason: 'by hand', requestId: randomUUID() },
        ...{ workflowExecution: { workflowId: runId }, workflowTaskFinishEventId: first ?? null },
      });
      await temporal.workflow
        .getHandle(runId)
        .result()
        .catch(() => undefined);
      return [heard];
    },
    hears: ['taken'],
    // The signal comes again with the history, to a run that is over.
    ledger: [taken('ada', 'approve'), 'signal-ignored process'],
    end: { kind: 'decided' },
  },
];
