import { approvalDecided } from '#contracts/signals.ts';
import { definePausePoint } from '#test/stack/pause-points.ts';
import type { Attack, Attempt } from '../attack.ts';
import type { Ground } from '../ground.ts';
import { taken } from './lines.ts';

const approval = { as: 'ada', decision: 'approve' } as const;
const unwaited = 'signal-ignored process';

function send({ ground, task }: Attempt): Promise<void> {
  const workflow = ground.stack.temporal.workflow.getHandle(task.runId);
  return workflow.signal(approvalDecided, { approvalId: task.id });
}

/** Signals to runs that wait for nobody: each is held where it sends, or where it is closed. */
export async function prepareUnwaitedSignals({ stack }: Ground): Promise<readonly Attack[]> {
  const sending = await definePausePoint(stack.db, {
    table: 'outbox_message',
    operation: 'insert',
    when: "new.message_class = 'reply'",
  });
  const closing = await definePausePoint(stack.db, {
    table: 'run',
    operation: 'update',
    when: "new.status = 'closed'",
  });

  return [
    {
      name: 'two signals while what was decided is sent',
      paths: ['temporal'],
      play: async (attempt) => {
        const hold = await sending.hold(attempt.runId);
        const heard = await attempt.say(approval);
        await hold.reached();
        await send(attempt);
        await send(attempt);
        await hold.release();
        return [heard];
      },
      hears: ['taken'],
      ledger: [taken('ada', 'approve'), unwaited, unwaited],
      end: { kind: 'decided' },
    },
    {
      name: 'signals before a run is closed and while it is',
      paths: ['temporal'],
      play: async (attempt) => {
        const [leaving, ending] = [await sending.hold(attempt.runId), await closing.hold(attempt.runId)];
        const heard = await attempt.say(approval);
        await leaving.reached();
        await send(attempt);
        await leaving.release();
        await ending.reached();
        await send(attempt);
        await ending.release();
        return [heard];
      },
      hears: ['taken'],
      ledger: [taken('ada', 'approve'), unwaited, unwaited],
      end: { kind: 'decided' },
    },
    {
      name: 'a signal to a run that was cancelled',
      paths: ['temporal'],
      play: async (attempt) => {
        const hold = await closing.hold(attempt.runId);
        await attempt.ground.people.cancel(attempt.runId);
        await hold.reached();
        await send(attempt);
        await hold.release();
        return [];
      },
      hears: [],
      ledger: ['cancel-requested oz', 'approval-closed process withdrawn', unwaited],
      end: { kind: 'over', outcome: 'cancelled' },
    },
  ];
}
