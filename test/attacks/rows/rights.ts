import type { Attack } from '../attack.ts';
import { sayAt } from '../play.ts';
import { doors, type Path } from '../word.ts';
import { refused, voted } from './lines.ts';

const approval = { decision: 'approve' } as const;
const undecided = { kind: 'undecided' } as const;
const toCustomer = { text: 'Which one do you mean?', to: 'customer' };

/** Delegations hold for everything that waits: each path has a person of its own. */
const delegates: Readonly<Partial<Record<Path, string>>> = { api: 'max', cli: 'cora', link: 'eng' };
const delegateOf = (path: Path) => delegates[path] ?? 'nobody';

/** Words of people who may not give them. */
export const rights: readonly Attack[] = [
  {
    name: 'by somebody without the role',
    paths: doors,
    play: async ({ say }) => [await say({ as: 'oz', ...approval })],
    hears: ['forbidden'],
    ledger: [refused('oz', 'forbidden')],
    end: undecided,
  },
  {
    name: 'a refusal by somebody without the role',
    paths: doors,
    play: async ({ say }) => [await say({ as: 'sam', decision: 'reject' })],
    hears: ['forbidden'],
    ledger: [refused('sam', 'forbidden')],
    end: undecided,
  },
  {
    name: 'a question by somebody without the role',
    paths: doors,
    play: async ({ say }) => [await say({ as: 'oz', decision: 'ask', question: toCustomer })],
    hears: ['forbidden'],
    ledger: [refused('oz', 'forbidden')],
    end: undecided,
  },
  {
    name: 'a question by whoever started the run',
    paths: doors,
    scene: 'started by an approver',
    play: async ({ say }) => [await say({ as: 'lee', decision: 'ask', question: toCustomer })],
    hears: ['forbidden'],
    ledger: [refused('lee', 'forbidden')],
    end: undecided,
  },
  {
    name: 'a question to an address instead of a person',
    paths: doors,
    play: async ({ say }) => [
      await say({ as: 'ada', decision: 'ask', question: { text: 'Which one?', to: 'eve@other.example' } }),
    ],
    hears: ['input-invalid'],
    ledger: [refused('ada', 'input-invalid')],
    end: undecided,
  },
  {
    name: 'a take-over by somebody without the role',
    paths: doors,
    play: async ({ say }) => [await say({ as: 'sam', decision: 'take-over', reason: 'It is mine.' })],
    hears: ['forbidden'],
    ledger: [refused('sam', 'forbidden')],
    end: undecided,
  },
  {
    name: 'by whoever started the run',
    paths: doors,
    scene: 'started by an approver',
    play: async ({ say }) => [await say({ as: 'lee', ...approval })],
    hears: ['forbidden'],
    ledger: [refused('lee', 'forbidden')],
    end: undecided,
  },
  {
    name: 'by whoever changed the text, a second time',
    paths: doors,
    scene: 'two of three',
    play: async ({ say, task, ground }) => {
      const edited = await say({ as: 'ada', decision: 'edit', subject: 'As Ada wrote it' });
      const changed = await ground.people.task(task.runId);
      return [edited, await say({ as: 'ada', ...approval }, changed)];
    },
    hears: ['taken', 'forbidden'],
    ledger: [voted('ada', 'edit'), refused('ada', 'forbidden')],
    end: { kind: 'joined', by: 'bob' },
  },
  {
    name: 'beyond what somebody answers for',
    paths: doors,
    scene: 'a large amount',
    play: async ({ say }) => [await say({ as: 'ada', ...approval })],
    hears: ['forbidden'],
    ledger: [refused('ada', 'forbidden')],
    end: undecided,
  },
  {
    name: 'out of turn, before the stage before has agreed',
    paths: doors,
    scene: 'two stages',
    play: async ({ say }) => [await say({ as: 'max', ...approval })],
    hears: ['forbidden'],
    ledger: [refused('max', 'forbidden')],
    end: { ...undecided, approvedBy: ['bob', 'max'] },
  },
  {
    name: 'while somebody else has the task for themselves',
    paths: doors,
    play: async ({ ground, say, task }) => {
      await ground.door.ask(`/api/approvals/${task.id}/claim`, { as: 'ada', method: 'POST' });
      return [await say({ as: 'lee', ...approval })];
    },
    hears: ['already-claimed'],
    ledger: ['approval-claimed ada', refused('lee', 'already-claimed')],
    end: { kind: 'joined', by: 'ada' },
  },
  {
    name: 'by somebody whose role ended meanwhile',
    paths: doors,
    play: async ({ ground, path, task }) => {
      const { url } = await ground.afterRemoval();
      return [await sayAt(url, { ground, path, task }, { as: 'ada', ...approval })];
    },
    // The command line reads the task first, and gets no further.
    hears: (path) => [path === 'cli' ? 'policy-refused' : 'forbidden'],
    ledger: [(path) => `decision-refused ada ${path === 'cli' ? 'policy-refused' : 'forbidden'}`],
    end: undecided,
  },
  {
    name: 'after a delegation ended',
    paths: doors,
    play: async ({ ground, say, path }) => {
      const to = delegateOf(path);
      const hour = 3_600_000;
      const [starts, ends] = [-hour, hour].map((ms) => new Date(Date.now() + ms).toISOString());
      const made = await ground.door.send('/api/delegations', { to, starts, ends }, 'ada');
      const { delegation } = (await made.json()) as { delegation: { id: string } };
      await ground.door.ask(`/api/delegations/${delegation.id}/end`, { as: 'ada', method: 'POST' });
      return [await say({ as: to, ...approval })];
    },
    hears: ['forbidden'],
    ledger: [(path) => `decision-refused ${delegateOf(path)} forbidden`],
    end: undecided,
  },
];
