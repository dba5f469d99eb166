import type { Attack, Line } from '../attack.ts';
import { sayAt } from '../play.ts';
import { doors, type Verdict } from '../word.ts';
import { refused, taken, voted } from './lines.ts';

const approval = { decision: 'approve' } as const;
const rejection = { decision: 'reject' } as const;

/** Who comes first is chance; what the ledger says follows from what they heard: first Ada, then Bob. */
function whoWon([ada]: readonly Verdict[]): readonly Line[] {
  return ada === 'taken'
    ? [taken('ada', 'approve'), refused('bob', 'already-decided')]
    : [taken('bob', 'reject'), refused('ada', 'already-decided')];
}

const opposites: Omit<Attack, 'name'> = {
  paths: doors,
  play: ({ say }) => Promise.all([say({ as: 'ada', ...approval }), say({ as: 'bob', ...rejection })]),
  hears: ['taken', 'already-decided'],
  ledger: whoWon,
  end: { kind: 'decided' },
};

/** Several words at once, or one after another. */
export const races: readonly Attack[] = [
  { name: 'two opposite decisions in the same instant', ...opposites },
  { name: 'two opposite decisions in the same instant in a child run', scene: 'a child run', ...opposites },
  {
    name: 'three decisions in the same instant by three doors',
    paths: ['all doors'],
    play: ({ ground, task }) =>
      Promise.all([
        sayAt(ground.door.url, { ground, task, path: 'api' }, { as: 'ada', ...approval }),
        sayAt(ground.door.url, { ground, task, path: 'link' }, { as: 'bob', ...rejection }),
        sayAt(ground.door.url, { ground, task, path: 'cli' }, { as: 'lee', decision: 'edit', subject: 'As Lee says' }),
      ]),
    hears: ['taken', 'already-decided', 'already-decided'],
    ledger: (heard) =>
      ['ada approve', 'bob reject', 'lee edit'].map((said, index) => {
        if (heard[index] !== 'taken') return `decision-refused ${said.slice(0, 3)} already-decided`;
        return `decision-made ${said}${index === 1 ? ' by link' : ''}`;
      }),
    end: { kind: 'decided' },
  },
  {
    name: 'the same choice twice at once and once more later',
    paths: doors,
    play: async ({ ground, runId, say }) => {
      const approve = () => say({ as: 'ada', ...approval });
      const both = await Promise.all([approve(), approve()]);
      await ground.people.outcome(runId);
      return [...both, await approve()];
    },
    hears: ['taken', 'taken', 'taken'],
    ledger: [taken('ada', 'approve')],
    end: { kind: 'decided' },
  },
  {
    name: 'another choice by the same person, later',
    paths: doors,
    play: async ({ say }) => [await say({ as: 'ada', ...approval }), await say({ as: 'ada', ...rejection })],
    hears: ['taken', 'already-decided'],
    ledger: [taken('ada', 'approve'), refused('ada', 'already-decided')],
    end: { kind: 'decided' },
  },
  {
    name: 'another choice by somebody else, later',
    paths: doors,
    play: async ({ say }) => [await say({ as: 'ada', ...rejection }), await say({ as: 'bob', ...approval })],
    hears: ['taken', 'already-decided'],
    ledger: [taken('ada', 'reject'), refused('bob', 'already-decided')],
    end: { kind: 'decided' },
  },
  {
    name: 'one person for two who have to agree',
    paths: doors,
    scene: 'two of three',
    play: async ({ say }) => [await say({ as: 'ada', ...approval }), await say({ as: 'ada', ...approval })],
    hears: ['taken', 'taken'],
    ledger: [voted('ada', 'approve')],
    end: { kind: 'joined', by: 'bob' },
  },
  {
    name: 'a refusal by somebody who agreed before',
    paths: doors,
    scene: 'two of three',
    play: async ({ say }) => [await say({ as: 'ada', ...approval }), await say({ as: 'ada', ...rejection })],
    hears: ['taken', 'already-decided'],
    ledger: [voted('ada', 'approve'), refused('ada', 'already-decided')],
    end: { kind: 'joined', by: 'bob' },
  },
];
