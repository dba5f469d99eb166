import { openTask } from '#test/doors/open-task.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { People } from '#test/stack/people.ts';
import { inEveryProcess, type RegistryEdit } from '#test/stack/registry-copy.ts';
import type { Scene } from './word.ts';

const triage = 'processes/triage-enquiry.yaml';

/** Points at which people are asked in other ways than one of any approvers. */
export const registry: readonly RegistryEdit[] = [
  ...inEveryProcess(['durations', 'review'], '3 minutes'),
  {
    file: triage,
    path: ['approvals', 'complaint', 'stages'],
    value: [{ name: 'review', quorum: 2, ask: { people: ['ada', 'bob', 'lee'] } }],
  },
  { file: triage, path: ['approvals', 'reply'], value: { expires: '1 second' } },
  {
    file: triage,
    path: ['approvals', 'uncertain', 'stages'],
    value: [
      { name: 'first', quorum: 1 },
      { name: 'second', quorum: 1, ask: { roles: ['sales-manager'] } },
    ],
  },
];

interface SceneParts {
  stack: Stack;
  people: People;
  /** Names what the run is about, once in the table. */
  token: string;
}

export type SceneName =
  | 'one approver'
  | 'started by an approver'
  | 'two of three'
  | 'soon over'
  | 'two stages'
  | 'a child run'
  | 'a large amount';

export const scenes: Readonly<Record<SceneName, (parts: SceneParts) => Promise<Scene>>> = {
  'one approver': (parts) => order(parts, 'sam'),
  'started by an approver': (parts) => order(parts, 'lee'),
  'two of three': (parts) => enquiry(parts, 'complaint'),
  'soon over': (parts) => enquiry(parts, 'support'),
  'two stages': (parts) => enquiry(parts, 'uncertain'),
  'a child run': (parts) => enquiry(parts, 'order-status'),
  'a large amount': async (parts) => {
    const { runId } = await order(parts, 'sam');
    const facts = { amount: 150_000, currency: 'EUR' };
    const task = await openTask(parts.stack, { runId, item: 'large', point: 'refund', facts });
    return { runId, task };
  },
};

async function order(parts: SceneParts, startedBy: string): Promise<Scene> {
  const runId = await startOrder(parts.people, { token: parts.token, startedBy });
  return { runId, task: await parts.people.task(runId) };
}

export function startOrder(
  people: People,
  { token, startedBy }: { token: string; startedBy: string },
): Promise<string> {
  return people.start('answer-order-status', { ...enquiryAbout('order-status', token) }, startedBy);
}

async function enquiry(
  { people, token }: SceneParts,
  category: 'complaint' | 'support' | 'uncertain' | 'order-status',
): Promise<Scene> {
  const customer = { email: `${token.toLowerCase()}@customer.example`, name: `Customer ${token}`, orders: [] };
  const runId = await people.start('triage-enquiry', { ...enquiriesBy(customer)[category] });
  return { runId, task: await people.task(runId) };
}
