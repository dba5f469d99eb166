import { ApprovalList } from '#contracts/http/approval.ts';
import { readSample, samples, startingSamples } from '#dev/samples/index.ts';
import { callAs } from '#test/stack/call-api.ts';
import { eventually } from '#test/stack/eventually.ts';

/** What screens of one thing are shown with. */
export interface Samples {
  /** A run that waits for a person, and one that a person has answered. */
  openRun: string;
  closedRun: string;
  /** A run that waits since something is switched off. */
  pausedRun: string;
  /** The task that the open run waits for, and the one of the other. */
  task: string;
  decidedTask: string;
}

const more = 22;

const decided = 14;

const orders = { kind: 'connector', name: 'postgres-orders' } as const;

const dayMs = 86_400_000;

/** Lets many of the samples come in, and people do a part of the work: some is over, some waits, one was cancelled. */
export async function workSamples(url: string): Promise<Samples> {
  const [lee, oz, sam] = [callAs('lee', url), callAs('oz', url), callAs('sam', url)];
  const enquiries = samples.filter((sample) => sample.handling === 'process' && !startingSamples.includes(sample));
  for (const { file } of enquiries.slice(0, more)) await sam.mail((await readSample(file)).toString('latin1'));
  const input = { from: 'mara.lind@brightmail.example', subject: 'My lamp', text: 'Where is my order AF-101512?' };
  const { runId: closedRun } = await sam.start('answer-order-status', { ...input, orderNumber: 'AF-101512' });
  const answered = await lee.task(closedRun);
  await lee.decide(answered, 'approve');
  for (const task of await inboxOf(url)) await lee.decide(task, 'approve');
  const { runId: cancelled } = await sam.start('answer-order-status', {
    ...input,
    text: 'And where is the other one?',
  });
  await lee.task(cancelled);
  await oz.cancel(cancelled);
  const { runId: openRun } = await sam.start('answer-order-status', { ...input, text: 'Is AF-101512 on its way?' });
  const task = await lee.task(openRun);
  await delegate(url, { by: 'ada', to: 'max', days: [-1, 9], reason: 'Holidays' });
  await delegate(url, { by: 'max', to: 'lee', days: [12, 26] });
  await post(url, '/api/switches', { by: 'lee', body: { target: orders, reason: 'Its numbers are a day old' } });
  const { runId: pausedRun } = await sam.start('answer-order-status', { ...input, text: 'Where is AF-101512 now?' });
  await eventually('the run to wait', async () => (await sam.run(pausedRun)).pauses.length > 0);
  return { openRun, closedRun, pausedRun, task: task.id, decidedTask: answered.id };
}

/** The first tasks of the team lead that a plain yes is enough for. */
async function inboxOf(url: string): Promise<readonly { id: string; digest: string }[]> {
  const path = '/api/approvals?state=open&mine=true&limit=100';
  const answer = await fetch(url + path, { headers: { authorization: 'Bearer dev-lee' } });
  return ApprovalList.parse(await answer.json()).items.slice(-decided);
}

interface Absence {
  by: string;
  to: string;
  days: [from: number, until: number];
  reason?: string;
}

async function delegate(url: string, { by, to, days, reason }: Absence): Promise<void> {
  const [starts, ends] = days.map((day) => new Date(Date.now() + day * dayMs));
  await post(url, '/api/delegations', { by, body: { to, starts, ends, reason } });
}

async function post(url: string, path: string, { by, body }: { by: string; body: unknown }): Promise<void> {
  await fetch(url + path, {
    method: 'POST',
    headers: { authorization: `Bearer dev-${by}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
