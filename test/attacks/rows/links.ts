import type { Attack, Attempt } from '../attack.ts';
import { type Link, type LinkFields, verdictOfPage } from '../links.ts';
import type { Verdict } from '../word.ts';
import { refused, taken } from './lines.ts';

type Post = (fields: LinkFields, link?: Pick<Link, 'token'>) => Promise<Verdict>;

interface Held {
  link: Link;
  form: LinkFields;
  post: Post;
}

/** What Ada holds: her link, and the page filled in. */
async function held({ ground, task }: Attempt, by = 'ada'): Promise<Held> {
  const { links, door } = ground;
  const link = await links.of(task.id, by);
  const post: Post = async (fields, to = link) => verdictOfPage(await links.post(door.url, to, fields));
  return { link, form: links.form(link, task, { as: by, decision: 'approve' }), post };
}

const atLink = (code: string) => `link-refused link:ada ${code}`;
const otherThan = (code: string) => (code === '000000' ? '000001' : '000000');
const undecided = { kind: 'undecided' } as const;

/** A form that differs from a good one, and what it comes to. */
function form(name: string, { heard, change }: { heard: Verdict; change: LinkFields }): Attack {
  return {
    name,
    paths: ['link'],
    play: async (attempt) => {
      const { form: good, post } = await held(attempt);
      return [await post({ ...good, ...change })];
    },
    hears: [heard],
    ledger: [atLink(heard)],
    end: undecided,
  };
}

/** What only a link of an e-mail can be used for. */
export const links: readonly Attack[] = [
  {
    name: 'looked at twenty times by GET and HEAD, and by every other method',
    paths: ['link'],
    play: async (attempt) => {
      const { link } = await held(attempt);
      const path = `/approve/${link.token}?decision=approve&code=${link.code}`;
      const ask = async (method: string) => (await attempt.ground.door.ask(path, { method })).status;
      const looks = ['GET', 'HEAD'].flatMap((method) => Array.from({ length: 20 }, () => ask(method)));
      const others = ['OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'].map(ask);
      const seen = new Set([...(await Promise.all(looks)), ...(await Promise.all(others))]);
      if ([...seen].join() !== '200,405') throw new Error(`looking was answered with ${[...seen].join()}`);
      return [];
    },
    hears: [],
    ledger: [],
    end: undecided,
  },
  form('without the nonce of a page', { heard: 'page-outdated', change: { nonce: '' } }),
  form('with an invented nonce', { heard: 'page-outdated', change: { nonce: `${Date.now()}.abc` } }),
  form('with a wrong code', { heard: 'code-wrong', change: { code: '12345x' } }),
  form('with a decision outside the set', { heard: 'input-invalid', change: { decision: 'burn' } }),
  form('in the name of somebody else', { heard: 'input-invalid', change: { person: 'lee' } }),
  form('with a comment of 10 MB', {
    heard: 'body-too-large',
    change: { decision: 'reject', comment: 'x'.repeat(10_000_000) },
  }),
  {
    name: 'with the nonce of another link',
    paths: ['link'],
    play: async (attempt) => {
      const [{ form: good, post }, other] = [await held(attempt), await held(attempt, 'lee')];
      return [await post({ ...good, nonce: other.form.nonce ?? '' })];
    },
    hears: ['page-outdated'],
    ledger: [atLink('page-outdated')],
    end: undecided,
  },
  {
    name: 'with the code of another link',
    paths: ['link'],
    play: async (attempt) => {
      const [{ form: good, post }, other] = [await held(attempt), await held(attempt, 'lee')];
      return [await post({ ...good, code: other.link.code })];
    },
    hears: ['code-wrong'],
    ledger: [atLink('code-wrong')],
    end: undecided,
  },
  {
    name: 'with the right code after five wrong ones',
    paths: ['link'],
    play: async (attempt) => {
      const { form: good, link, post } = await held(attempt);
      const guesses = await Promise.all(Array.from({ length: 5 }, () => post({ ...good, code: otherThan(link.code) })));
      return [...guesses, await post(good)];
    },
    hears: [...Array<Verdict>(5).fill('code-wrong'), 'link-locked'],
    ledger: [...Array<string>(5).fill(atLink('code-wrong')), atLink('link-locked')],
    end: undecided,
  },
  {
    name: 'with a token that nobody made',
    paths: ['link'],
    play: async (attempt) => {
      const { form: good, post } = await held(attempt);
      return [await post(good, { token: 'A'.repeat(43) })];
    },
    hears: ['link-unknown'],
    ledger: [],
    end: undecided,
  },
  {
    name: 'used again, with the same choice and with another',
    paths: ['link'],
    play: async (attempt) => {
      const { form: good, post } = await held(attempt);
      return [await post(good), await post(good), await post({ ...good, decision: 'reject' })];
    },
    hears: ['taken', 'taken', 'already-decided'],
    ledger: [taken('ada', 'approve'), refused('ada', 'already-decided')],
    end: { kind: 'decided' },
  },
  {
    name: 'that somebody moved to another person in the database',
    paths: ['database'],
    scene: 'started by an approver',
    play: async (attempt) => {
      const { form: good, post } = await held(attempt, 'lee');
      const { query } = attempt.ground.stack.db;
      await query("update approval_link set person = 'ada' where approval_id = $1", [attempt.task.id]);
      return [await post(good)];
    },
    hears: ['code-wrong'],
    ledger: [atLink('code-wrong')],
    end: undecided,
  },
  {
    name: 'that somebody moved to another task in the database',
    paths: ['database'],
    play: async (attempt) => {
      const { ground, task } = attempt;
      const other = await ground.people.task(
        await ground.people.start('answer-order-status', { from: 'mara@example.org', text: 'Where is it?' }),
      );
      const { form: good, link, post } = await held({ ...attempt, task: other });
      await ground.stack.db.query('update approval_link set approval_id = $2, run_id = $3 where approval_id = $1', [
        ...[other.id, task.id, task.runId],
      ]);
      await ground.people.cancel(other.runId);
      return [await post({ ...good, ...ground.links.form(link, task, { as: 'ada', decision: 'approve' }) })];
    },
    hears: ['code-wrong'],
    ledger: [atLink('code-wrong')],
    end: undecided,
  },
];
