import { expect, test } from 'vitest';
import { isStuck } from '#governance/reconciler/is-stuck.ts';

const idle = { workflowTaskAttempt: 0, workflowTaskSince: undefined, activityAttempt: 0 };
const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000);

test.for([
  { what: 'waits for a person', cancelled: null, pending: {}, stuck: false },
  { what: 'fails at its second workflow task', cancelled: null, pending: { workflowTaskAttempt: 2 }, stuck: false },
  { what: 'fails at its third', cancelled: null, pending: { workflowTaskAttempt: 3 }, stuck: true },
  { what: 'tries an activity for the fourth time', cancelled: null, pending: { activityAttempt: 4 }, stuck: false },
  { what: 'tries it for the fifth', cancelled: null, pending: { activityAttempt: 5 }, stuck: true },
  {
    what: 'has had local activities at hand for half a minute',
    cancelled: null,
    pending: { workflowTaskSince: ago(30) },
    stuck: false,
  },
  {
    what: 'has had them at hand for over a minute',
    cancelled: null,
    pending: { workflowTaskSince: ago(61) },
    stuck: true,
  },
  { what: 'was just cancelled', cancelled: ago(5), pending: {}, stuck: false },
  { what: 'was cancelled over a minute ago and goes on', cancelled: ago(61), pending: {}, stuck: true },
])('a run that $what: stuck is $stuck', ({ cancelled, pending, stuck }) => {
  expect(isStuck({ cancelRequestedAt: cancelled }, { ...idle, ...pending })).toBe(stuck);
});
