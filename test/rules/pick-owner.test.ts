import { describe, expect, test } from 'vitest';
import type { PassedBy } from '#contracts/owning.ts';
import { type Candidate, type OwnerWanted, pickOwner } from '#governance/owners/pick-owner.ts';

const someone = (id: string, about: Partial<Candidate> = {}): Candidate => ({
  id,
  isAway: false,
  openTasks: 0,
  ...about,
});

function wanted(about: Partial<OwnerWanted> = {}): OwnerWanted {
  return {
    runId: 'run_1',
    startedBy: 'sam',
    category: 'other',
    language: 'en',
    owners: { offers: 3, last: ['lee', 'oz'] },
    passedBy: [],
    team: [someone('sam'), someone('ada'), someone('bob'), someone('lee')],
    last: [someone('lee'), someone('oz')],
    ...about,
  };
}

const notAccepted = (person: string): PassedBy => ({ person, why: 'not-accepted' });

describe('who is asked', () => {
  test('is whoever has the fewest tasks', () => {
    const team = [someone('ada', { openTasks: 2 }), someone('bob', { openTasks: 1 })];
    expect(pickOwner(wanted({ team }))).toMatchObject({ kind: 'offer', owner: 'bob' });
  });

  test('takes such enquiries, and speaks the language where somebody does', () => {
    const takes = (...languages: string[]) => ({ takes: { categories: ['other'], languages } });
    const elsewhere = { takes: { categories: ['sales'], languages: ['de'] } };
    const team = [
      someone('ada', takes('en')),
      someone('bob', { ...takes('en', 'de'), openTasks: 9 }),
      someone('max', elsewhere),
    ];
    expect(pickOwner(wanted({ team, language: 'de' }))).toMatchObject({ owner: 'bob' });
    expect(pickOwner(wanted({ team, language: 'other' }))).toMatchObject({ owner: 'ada' });
    expect(pickOwner(wanted({ team: team.slice(2) }))).toMatchObject({ kind: 'own', owner: 'lee' });
  });

  test('is of several with as few tasks not always the same one', () => {
    const owners = Array.from({ length: 40 }, (_, run) => pickOwner(wanted({ runId: `run_${run}` })).owner);
    expect(new Set(owners)).toEqual(new Set(['ada', 'bob']));
  });
});

describe('it belongs to one of the last', () => {
  test.each([
    ['where everybody was asked', [notAccepted('ada'), notAccepted('bob')]],
    ['where it was not done in time', [{ person: 'ada', why: 'not-done' }]],
  ] satisfies [string, PassedBy[]][])('%s', (_, passedBy) => {
    expect(pickOwner(wanted({ passedBy }))).toMatchObject({ kind: 'own', owner: 'lee' });
  });

  test('where so many were asked as may be', () => {
    const order = wanted({ owners: { offers: 1, last: ['lee', 'oz'] }, passedBy: [notAccepted('ada')] });
    expect(pickOwner(order)).toMatchObject({ kind: 'own', owner: 'lee' });
  });

  test('and to the next of them where one hands it on', () => {
    const passedBy: PassedBy[] = [notAccepted('ada'), notAccepted('bob'), { person: 'lee', why: 'handed-on' }];
    expect(pickOwner(wanted({ passedBy }))).toMatchObject({ kind: 'own', owner: 'oz' });
  });

  test('who is there, and where none is, to one who is away', () => {
    const away = { isAway: true };
    const order = (oz: Partial<Candidate>) => wanted({ team: [], last: [someone('lee', away), someone('oz', oz)] });
    expect(pickOwner(order({})).owner).toBe('oz');
    expect(pickOwner(order(away)).owner).toBe('lee');
  });
});

/** Numbers that look like chance, and are the same each time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

function anyWanted(seed: number): OwnerWanted {
  const stream = numbers(seed);
  const next = () => stream.next().value as number;
  const anyone = (id: string) => someone(id, { isAway: next() < 0.4, openTasks: Math.floor(next() * 3) });
  const everybody = ['sam', 'ada', 'bob', 'lee', 'oz'];
  const whys = ['not-accepted', 'not-done', 'handed-on'] as const;
  const passedBy = everybody
    .filter(() => next() < 0.3)
    .map((person): PassedBy => ({ person, why: whys[Math.floor(next() * 3)] ?? 'not-done' }));
  return wanted({
    runId: `run_${seed}`,
    startedBy: everybody[Math.floor(next() * 5)] ?? 'sam',
    team: everybody.slice(0, 4).map(anyone),
    last: ['lee', 'oz'].map(anyone),
    passedBy,
  });
}

test('of whatever stands, it is always somebody, the same one each time, never whoever started it, and offered to nobody who is away, was asked, or has more to do than another', () => {
  for (let seed = 1; seed <= 2_000; seed += 1) {
    const order = anyWanted(seed);
    const { owner, kind } = pickOwner(order);
    expect(pickOwner({ ...order, team: order.team.toReversed() })).toMatchObject({ owner, kind });
    expect(owner).not.toBe(order.startedBy);
    if (kind === 'own') expect(order.owners.last).toContain(owner);
    const offered = order.team.filter(({ id }) => kind === 'offer' && id === owner);
    for (const { isAway, openTasks } of offered) {
      expect(isAway).toBe(false);
      expect(order.passedBy.map(({ person }) => person)).not.toContain(owner);
      const asked = [order.startedBy, ...order.owners.last, ...order.passedBy.map(({ person }) => person)];
      const others = order.team.filter((each) => !each.isAway && !asked.includes(each.id));
      expect(openTasks).toBe(Math.min(...others.map((each) => each.openTasks)));
    }
  }
});
