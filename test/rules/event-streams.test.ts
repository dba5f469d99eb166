import { describe, expect, test } from 'vitest';
import type { ChangeFeed } from '#api/use-cases/events/change-feed.ts';
import { createEventStreams, type EventStreamsParts } from '#api/use-cases/events/event-streams.ts';
import type { Reader, Told } from '#api/use-cases/events/stream.ts';
import type { Person } from '#contracts/person.ts';
import type { LedgerChange } from '#store/ledger-changes.ts';

const oz: Person = { id: 'oz', name: 'Oz', roles: ['operator'], teams: [] };

function change(entry: number, more: Partial<LedgerChange> = {}): LedgerChange {
  const run = { runId: `run_${entry}`, process: 'triage-enquiry', startedBy: 'sam' };
  return { entry: BigInt(entry), kind: 'effect-done', ...run, approvalId: null, ...more };
}

/** Streams over a ledger that the test writes, with a clock that the test moves. */
function streamsWith(more: Partial<EventStreamsParts> = {}) {
  let clock = 0;
  let changes: LedgerChange[] = [];
  let waiting = 0;
  const people = new Map([['oz', oz]]);
  const feed: ChangeFeed = {
    begin: async () => undefined,
    since: async () => undefined,
    place: () => 7n,
    look: async () => changes.splice(0),
  };
  const streams = createEventStreams({
    feed,
    mayRead: (_, { id }) => !id.includes('secret'),
    countWaiting: async () => waiting,
    person: (id) => people.get(id),
    now: () => clock,
    ...more,
  });
  const readerOf = (by: Person = oz, isSignedIn = true) => {
    const told: Told['events'][number][] = [];
    const reader = {
      by,
      from: undefined,
      told,
      beats: 0,
      isOver: false,
      begin: () => undefined,
      tell: ({ events }: Told) => void told.push(...events),
      beat: () => {
        reader.beats += 1;
      },
      end: () => {
        reader.isOver = true;
      },
      isSignedIn: async () => isSignedIn,
    } satisfies Reader & Record<string, unknown>;
    return reader;
  };
  return {
    streams,
    readerOf,
    people,
    pass: (ms: number) => {
      clock += ms;
    },
    write: (...written: LedgerChange[]) => {
      changes = [...changes, ...written];
    },
    setWaiting: (count: number) => {
      waiting = count;
    },
  };
}

describe('what is told at a turn', () => {
  test('names each run and task once, only what may be read, and to all streams of a person', async () => {
    const { streams, readerOf, write } = streamsWith();
    const [one, other] = [readerOf(), readerOf()];
    for (const reader of [one, other]) await streams.open(reader);
    write(change(1), change(1), change(2, { approvalId: 'apr_2' }), change(3, { runId: 'run_secret' }));
    await streams.turn();
    const told = [
      { kind: 'inbox', waiting: 0 },
      { kind: 'run', id: 'run_1' },
      { kind: 'run', id: 'run_2' },
      { kind: 'approval', id: 'apr_2' },
    ];
    expect(one.told).toEqual(told);
    expect(other.told).toEqual(told);
  });

  test('is one word where too much changed to name it', async () => {
    const { streams, readerOf, write } = streamsWith();
    const reader = readerOf();
    await streams.open(reader);
    write(...Array.from({ length: 51 }, (_, entry) => change(entry)));
    await streams.turn();
    expect(reader.told.slice(1)).toEqual([{ kind: 'look-again' }]);
  });

  test('counts the inbox when it may have changed, and not more often than every two seconds', async () => {
    const { streams, readerOf, write, setWaiting, pass } = streamsWith();
    const reader = readerOf();
    await streams.open(reader);
    const inboxes = () => reader.told.flatMap((event) => (event.kind === 'inbox' ? [event.waiting] : []));
    setWaiting(3);
    write(change(1, { approvalId: 'apr_1' }));
    await streams.turn();
    expect(inboxes()).toEqual([0]);
    pass(2_000);
    await streams.turn();
    expect(inboxes()).toEqual([0, 3]);
  });
});

describe('a stream ends', () => {
  test('when its person is not known any more, or has other rights', async () => {
    const { streams, readerOf, people, write } = streamsWith();
    const reader = readerOf();
    await streams.open(reader);
    write(change(1));
    people.set('oz', { ...oz, roles: [] });
    await streams.turn();
    expect([reader.isOver, reader.told.length]).toEqual([true, 1]);
    const gone = streamsWith();
    const other = gone.readerOf();
    await gone.streams.open(other);
    gone.people.clear();
    await gone.streams.turn();
    expect(other.isOver).toBe(true);
  });

  test('within a heartbeat of the end of its session', async () => {
    const { streams, readerOf, pass } = streamsWith();
    const [signedIn, signedOut] = [readerOf(), readerOf(oz, false)];
    for (const reader of [signedIn, signedOut]) await streams.open(reader);
    pass(15_000);
    await streams.turn();
    expect([signedIn.beats, signedIn.isOver, signedOut.isOver]).toEqual([1, false, true]);
  });

  test('after its time, to be opened anew', async () => {
    const { streams, readerOf, pass } = streamsWith();
    const reader = readerOf();
    await streams.open(reader);
    pass(600_000);
    await streams.turn();
    expect(reader.isOver).toBe(true);
  });

  test('with the process, which then takes no other', async () => {
    const { streams, readerOf } = streamsWith();
    const reader = readerOf();
    await streams.open(reader);
    streams.close();
    expect(reader.isOver).toBe(true);
    await expect(streams.open(readerOf())).rejects.toMatchObject({ code: 'too-many-streams' });
  });
});

test('a process has room for so many streams in all, and one that leaves makes room', async () => {
  const { streams, readerOf } = streamsWith({ limits: { inAll: 2 } });
  const leave = await streams.open(readerOf());
  await streams.open(readerOf({ ...oz, id: 'sam' }));
  await expect(streams.open(readerOf())).rejects.toMatchObject({ code: 'too-many-streams', facts: { limit: 2 } });
  leave();
  await streams.open(readerOf());
  expect(streams.count()).toBe(2);
});
