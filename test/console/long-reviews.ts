import { inEveryProcess, type RegistryEdit } from '#test/stack/registry-copy.ts';

const review = { priority: 'normal', due: '3 hours', expires: '2 days' };

/** Tasks that outlast a test: due in hours, complaints sooner; what is uncertain takes two people. */
export const longReviews: readonly RegistryEdit[] = [
  ...inEveryProcess(['durations', 'review'], '2 days'),
  ...inEveryProcess(['approvals', 'reply'], review),
  ...inEveryProcess(['approvals', 'uncertain'], { ...review, stages: [{ name: 'review', quorum: 2 }] }),
  { file: 'processes/triage-enquiry.yaml', path: ['approvals', 'complaint', 'due'], value: '40 minutes' },
  { file: 'processes/triage-enquiry.yaml', path: ['approvals', 'complaint', 'expires'], value: '2 days' },
];
