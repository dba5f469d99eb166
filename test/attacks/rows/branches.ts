import { approvalDecided } from '#contracts/signals.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { eventually } from '#test/stack/eventually.ts';
import type { Attack, Attempt } from '../attack.ts';
import { doors } from '../word.ts';
import { ignored, taken } from './lines.ts';

const approval = { decision: 'approve' } as const;

/** The workflows' code, where a draft is put before people twice, in branches side by side; both have to agree. */
export function askTwice(code: string): string {
  const call = /await (\(0,\w+__WEBPACK_IMPORTED_MODULE_\d+__\.requestApproval\))\(run, task\)/;
  if (!call.test(code)) throw new Error('the workflows ask people in another way than this test knows');
  return code.replace(
    call,
    `(await Promise.all([$1(run, task), $1(run, { ...task, item: task.item + '.beside' })]))
      .toSorted((one, other) => Number(one.kind === 'approved') - Number(other.kind === 'approved'))[0]`,
  );
}

/** Both tasks, first the one that was opened first. */
function bothOf({ ground, task }: Attempt): Promise<[ApprovalRow, ApprovalRow]> {
  return eventually('both branches to ask', async () => {
    const rows = await ground.traces.approvals(task.runId);
    const [one, other] = rows.toSorted((left, right) => left.stepKey.length - right.stepKey.length);
    return one && other && ([one, other] as [ApprovalRow, ApprovalRow]);
  });
}

function signal({ ground, task }: Attempt, approvalId: string): Promise<void> {
  return ground.stack.temporal.workflow.getHandle(task.runId).signal(approvalDecided, { approvalId });
}

/** One branch is decided, and the other one asks as before: a signal of a stranger is ignored by it, and it can be decided. */
function one(which: 0 | 1): Attack {
  return {
    name: `the ${which === 0 ? 'first' : 'second'} of two branches alone, and then a signal to the other`,
    paths: doors,
    play: async (attempt) => {
      const tasks = await bothOf(attempt);
      const other = tasks[1 - which];
      if (!other) throw new Error('there are two branches');
      const heard = await attempt.say({ as: 'ada', ...approval }, tasks[which]);
      await signal(attempt, other.id);
      await eventually('the signal to be looked at', async () => {
        const { ledger } = attempt.ground.traces;
        return (await ledger(attempt.runId, 'signal-ignored')).length > 0;
      });
      return [heard, await attempt.say({ as: 'bob', ...approval }, other)];
    },
    hears: ['taken', 'taken'],
    ledger: [taken('ada', 'approve'), ignored(), taken('bob', 'approve')],
    end: { kind: 'decided' },
  };
}

/** Where one run waits in two places at once. */
export const branches: readonly Attack[] = [
  one(0),
  one(1),
  {
    name: 'both of two branches in the same instant',
    paths: doors,
    play: async (attempt) => {
      const [first, second] = await bothOf(attempt);
      const say = (as: string, task: ApprovalRow) => attempt.say({ as, ...approval }, task);
      return Promise.all([say('ada', first), say('bob', second)]);
    },
    hears: ['taken', 'taken'],
    ledger: [taken('ada', 'approve'), taken('bob', 'approve')],
    end: { kind: 'decided' },
  },
  {
    name: 'a refusal in one branch and an approval in the other, in the same instant',
    paths: doors,
    play: async (attempt) => {
      const [first, second] = await bothOf(attempt);
      return Promise.all([
        attempt.say({ as: 'ada', ...approval }, first),
        attempt.say({ as: 'bob', decision: 'reject' }, second),
      ]);
    },
    hears: ['taken', 'taken'],
    ledger: [taken('ada', 'approve'), taken('bob', 'reject')],
    end: { kind: 'over', outcome: 'rejected' },
  },
  {
    name: 'a signal to each branch, and one that names neither',
    paths: ['temporal'],
    play: async (attempt) => {
      const [first, second] = await bothOf(attempt);
      for (const id of [second.id, first.id, 'apr_of_nobody']) await signal(attempt, id);
      await eventually('the signals to be looked at', async () => {
        const { ledger } = attempt.ground.traces;
        return (await ledger(attempt.runId, 'signal-ignored')).length === 3;
      });
      return [
        await attempt.say({ as: 'ada', ...approval }, first),
        await attempt.say({ as: 'bob', ...approval }, second),
      ];
    },
    hears: ['taken', 'taken'],
    ledger: [ignored(), ignored(), ignored(), taken('ada', 'approve'), taken('bob', 'approve')],
    end: { kind: 'decided' },
  },
];
