import type { Attack, Attempt } from '../attack.ts';
import { verdictOfPage } from '../links.ts';
import { verdictOf } from '../verdict.ts';
import type { DoorName, Verdict } from '../word.ts';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const mediaTypes: Readonly<Record<'api' | 'link', string>> = { api: json, link: form };

interface Sent {
  type: string;
  text: string;
  /** Who says it is them, and from where; Ada by her token, where nothing else is said. */
  headers?: Readonly<Record<string, string>>;
}

/** Sends something of Ada's that is no word on the task. */
async function send({ ground, path, task }: Attempt, { type, text, headers }: Sent): Promise<Verdict> {
  const { door, links } = ground;
  const body = new Blob([text], { type });
  if (path === 'link') return verdictOfPage(await links.post(door.url, await links.of(task.id, 'ada'), body));
  const asAda = headers ?? { authorization: 'Bearer dev-ada' };
  const address = `/api/approvals/${task.id}/decision`;
  const answer = await door.ask(address, { method: 'POST', body, headers: { 'content-type': type, ...asAda } });
  return verdictOf(await answer.json(), answer.status);
}

type UnreadDoor = Extract<DoorName, 'api' | 'link'>;

interface Unread {
  name: string;
  paths: readonly UnreadDoor[];
  sent(attempt: Attempt): Partial<Sent> | Promise<Partial<Sent>>;
  heard: Verdict | Readonly<Record<UnreadDoor, Verdict>>;
  /** Whose refusal it is at the API: Ada's, unless it is not known that it was she. */
  by?: string;
  times?: number;
}

function row({ name, paths, sent, heard, by = 'ada', times = 1 }: Unread): Attack {
  const heardAt = (path: string) => (typeof heard === 'string' ? heard : heard[path === 'link' ? 'link' : 'api']);
  return {
    name,
    paths,
    play: async (attempt) => {
      const type = mediaTypes[attempt.path === 'link' ? 'link' : 'api'];
      const given = { type, text: '', ...(await sent(attempt)) };
      return Promise.all(Array.from({ length: times }, () => send(attempt, given)));
    },
    hears: (path) => Array<Verdict>(times).fill(heardAt(path)),
    ledger: [
      (path) =>
        path === 'link' ? `link-refused link:ada ${heardAt(path)}` : `decision-refused ${by} ${heardAt(path)}`,
    ],
    end: { kind: 'undecided' },
  };
}

async function sessionOf(url: string, account: string): Promise<string> {
  const body = new URLSearchParams({ account, next: '/' });
  const answer = await fetch(`${url}/signin`, { method: 'POST', body, headers: { origin: url }, redirect: 'manual' });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const good = ({ task }: Attempt) => JSON.stringify({ decision: 'approve', digest: task.digest });

/** What was to decide a task, and could not be read, or came from nobody known. */
export const unread: readonly Attack[] = [
  row({ name: 'that is no JSON', paths: ['api'], sent: () => ({ text: '{"decision":' }), heard: 'json-invalid' }),
  row({
    name: 'without a digest',
    paths: ['api'],
    sent: () => ({ text: '{"decision":"approve"}' }),
    heard: 'input-invalid',
  }),
  row({
    name: 'outside the set',
    paths: ['api'],
    sent: ({ task }) => ({ text: JSON.stringify({ decision: 'burn', digest: task.digest }) }),
    heard: 'input-invalid',
  }),
  row({
    name: 'with a field twice',
    paths: ['api', 'link'],
    sent: ({ path }) => ({
      text: path === 'link' ? 'decision=approve&decision=reject' : '{"decision":"approve","decision":"reject"}',
    }),
    heard: { api: 'json-invalid', link: 'request-invalid' },
  }),
  row({
    name: 'in another media type',
    paths: ['api', 'link'],
    sent: (attempt) => ({ type: 'text/plain', text: good(attempt) }),
    heard: 'media-type-unsupported',
  }),
  row({
    name: 'of 10 MB',
    paths: ['api', 'link'],
    sent: () => ({ text: 'x'.repeat(10_000_000) }),
    heard: 'body-too-large',
  }),
  row({
    name: 'that cannot be read, twenty times',
    paths: ['api', 'link'],
    sent: ({ path }) => ({ text: path === 'link' ? 'code=1&code=2' : '{' }),
    heard: { api: 'json-invalid', link: 'request-invalid' },
    times: 20,
  }),
  row({
    name: 'by somebody who is not signed in',
    paths: ['api'],
    sent: (attempt) => ({ text: good(attempt), headers: {} }),
    heard: 'not-signed-in',
    by: 'api',
  }),
  row({
    name: 'by a token that nobody has any more',
    paths: ['api'],
    sent: (attempt) => ({ text: good(attempt), headers: { authorization: 'Bearer dev-gone' } }),
    heard: 'not-signed-in',
    by: 'api',
  }),
  row({
    name: 'by a browser whose session is over',
    paths: ['api'],
    sent: (attempt) => ({ text: good(attempt), headers: { cookie: 'baton-session=over' } }),
    heard: 'not-signed-in',
    by: 'api',
  }),
  row({
    name: 'with the session of a browser, and not from a page of ours',
    paths: ['api'],
    sent: async (attempt) => ({
      text: good(attempt),
      headers: { cookie: await sessionOf(attempt.ground.door.url, 'ada') },
    }),
    heard: 'origin-refused',
    by: 'api',
  }),
  row({
    name: 'from a page of another site',
    paths: ['api'],
    sent: (attempt) => ({
      text: good(attempt),
      headers: { authorization: 'Bearer dev-ada', origin: 'https://evil.example' },
    }),
    heard: 'origin-refused',
    by: 'api',
  }),
];
