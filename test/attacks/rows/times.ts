import { eventually } from '#test/stack/eventually.ts';
import type { Attack } from '../attack.ts';
import { doors } from '../word.ts';
import { refused, refusedAtDoor } from './lines.ts';

const approval = { decision: 'approve' } as const;

/** Decisions that come when there is nothing to decide any more. */
export const times: readonly Attack[] = [
  {
    name: 'after the time was over',
    paths: doors,
    scene: 'soon over',
    play: async ({ ground, runId, say }) => {
      await ground.people.outcome(runId);
      return [await say({ as: 'ada', ...approval }), await say({ as: 'bob', decision: 'reject' })];
    },
    hears: ['approval-expired', 'approval-expired'],
    ledger: [
      'approval-closed process:triage-enquiry expired',
      refusedAtDoor('ada', 'approval-expired'),
      refusedAtDoor('bob', 'approval-expired'),
    ],
    end: { kind: 'over', outcome: 'expired' },
  },
  {
    name: 'after a cancel',
    paths: doors,
    play: async ({ ground, runId, say }) => {
      await ground.people.cancel(runId);
      return [await say({ as: 'ada', ...approval })];
    },
    hears: ['approval-withdrawn'],
    ledger: ['cancel-requested oz', refused('ada', 'approval-withdrawn'), 'approval-closed process withdrawn'],
    end: { kind: 'over', outcome: 'cancelled' },
  },
  {
    name: 'in a child whose parent was cancelled',
    paths: doors,
    scene: 'a child run',
    play: async ({ ground, runId, say }) => {
      await ground.people.cancel(runId);
      await ground.people.outcome(runId);
      return [await say({ as: 'ada', ...approval })];
    },
    hears: ['approval-withdrawn'],
    ledger: ['cancel-requested oz', refused('ada', 'approval-withdrawn'), 'approval-closed process withdrawn'],
    end: { kind: 'over', outcome: 'cancelled' },
  },
  {
    name: 'after the workflow was terminated in Temporal',
    paths: doors,
    play: async ({ ground, runId, say }) => {
      await ground.stack.temporal.workflow.getHandle(runId).terminate('by hand');
      await ground.people.outcome(runId);
      return [await say({ as: 'ada', ...approval })];
    },
    hears: ['approval-withdrawn'],
    ledger: ['approval-closed reconciler withdrawn', refused('ada', 'approval-withdrawn')],
    end: { kind: 'over', outcome: 'terminated' },
  },
  {
    name: 'after the workflow was cancelled in Temporal',
    paths: doors,
    play: async ({ ground, runId, say }) => {
      await ground.stack.temporal.workflow.getHandle(runId).cancel();
      await ground.people.outcome(runId);
      return [await say({ as: 'ada', ...approval })];
    },
    hears: ['approval-withdrawn'],
    ledger: ['approval-closed process withdrawn', refused('ada', 'approval-withdrawn')],
    end: { kind: 'over', outcome: 'cancelled' },
  },
  {
    name: 'on the draft before, after a rejection that asked for another',
    paths: doors,
    play: async ({ ground, say, task }) => {
      const { people } = ground;
      await people.decide(task, 'bob', { decision: 'reject', comment: 'Please be shorter' });
      await eventually('the next draft', async () => (await people.task(task.runId)).id !== task.id);
      return [await say({ as: 'ada', ...approval })];
    },
    hears: ['already-decided'],
    ledger: ['decision-made bob reject', refused('ada', 'already-decided')],
    end: { kind: 'asked-anew' },
  },
];
