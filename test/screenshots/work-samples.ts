import { z } from 'zod';
import { ApprovalList } from '#contracts/http/approval.ts';
import type { Fault } from '#dev/rehearsal-model/faults/fault.ts';
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
  /** One whose message says what no record has, and the page of a link to it. */
  markedTask: string;
  link: string;
}

export interface SampleWorld {
  url: string;
  mailboxUrl: string;
  modelUrl: string;
}

const more = 22;

const decided = 14;

const orders = { kind: 'connector', name: 'postgres-orders' } as const;

const dayMs = 86_400_000;

/** Lets many of the samples come in, and people do a part of the work: some is over, some waits, one was cancelled. */
export async function workSamples({ url, ...world }: SampleWorld): Promise<Samples> {
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
  const markedTask = await markTask({ url, ...world });
  const link = await linkTo(markedTask, world);
  await delegate(url, { by: 'ada', to: 'max', days: [-1, 9], reason: 'Holidays' });
  await delegate(url, { by: 'max', to: 'lee', days: [12, 26] });
  await post(url, '/api/switches', { by: 'lee', body: { target: orders, reason: 'Its numbers are a day old' } });
  const { runId: pausedRun } = await sam.start('answer-order-status', { ...input, text: 'Where is AF-101512 now?' });
  await eventually('the run to wait', async () => (await sam.run(pausedRun)).pauses.length > 0);
  return { openRun, closedRun, pausedRun, task: task.id, decidedTask: answered.id, markedTask, link };
}

/** A task whose draft a model filled with what no record has. */
async function markTask({ url, modelUrl }: SampleWorld): Promise<string> {
  const say =
    'It was delivered on 3 May by Dorothy Vane. We refund you €85.00, see https://parcel-check.example/login.';
  await tellModel(modelUrl, { mode: 'obey', wishes: { say } });
  const input = { from: 'mara.lind@brightmail.example', subject: 'My lamp', text: 'When did AF-101512 arrive?' };
  const { runId } = await callAs('sam', url).start('answer-order-status', input);
  const { id } = await callAs('lee', url).task(runId);
  await tellModel(modelUrl, { mode: 'none' });
  return id;
}

async function tellModel(modelUrl: string, fault: Fault): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${modelUrl}/fault`, { method: 'PUT', headers, body: JSON.stringify(fault) });
}

const Mails = z.array(z.object({ text: z.string() }));

/** The page that one of the mails about a task leads to. */
function linkTo(task: string, { mailboxUrl }: Pick<SampleWorld, 'mailboxUrl'>): Promise<string> {
  return eventually('people to be told of the task', async () => {
    const mails = Mails.parse(await (await fetch(`${mailboxUrl}/messages`)).json());
    const told = mails.find(({ text }) => text.includes(task));
    return /\/approve\/\S+/.exec(told?.text ?? '')?.[0];
  });
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
