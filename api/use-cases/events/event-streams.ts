import { AppError } from '#contracts/errors.ts';
import type { ServerEvent } from '#contracts/http/event.ts';
import type { Person } from '#contracts/person.ts';
import type { LedgerChange } from '#store/ledger-changes.ts';
import type { MayRead } from '../judge-reader.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { CountWaiting } from './count-waiting.ts';
import { createInboxCounts } from './inbox-counts.ts';
import { beginStream, type Reader, type Stream, tellStream } from './stream.ts';
import { checkRoom, defaultLimits, type StreamLimits } from './stream-limits.ts';
import { changesInboxes, tellChanges } from './tell-changes.ts';

export interface EventStreamsParts {
  feed: ChangeFeed;
  mayRead: MayRead;
  countWaiting: CountWaiting;
  /** Somebody with the rights they have now. */
  person(id: string): Person | undefined;
  limits?: Partial<StreamLimits>;
  now?: () => number;
}

export interface EventStreams {
  /** Opens a stream; what is committed from then on is told. The answer takes its reader out again. */
  open(reader: Reader): Promise<() => void>;
  /** One look at what changed; for nobody nothing is looked at. */
  turn(): Promise<void>;
  /** Ends what somebody has open here. */
  endOf(person: string): void;
  count(): number;
  /** Ends all, and lets none in. */
  close(): void;
}

/** The open streams of this process. They share one look at the ledger, and what is told to a person goes to all of theirs. */
export function createEventStreams(parts: EventStreamsParts): EventStreams {
  const { feed, mayRead, now = Date.now } = parts;
  const limits = { ...defaultLimits, ...parts.limits };
  const { countWaiting } = parts;
  const inboxes = createInboxCounts({ countWaiting, everyMs: limits.countEveryMs, now });
  const streams = new Set<Stream>();
  let begun: Promise<void> | undefined;
  let closed = false;

  async function open(reader: Reader): Promise<() => void> {
    if (closed) throw new AppError('too-many-streams', 'This server is stopping: open the stream at the next one');
    checkRoom(streams, reader.by.id, limits);
    const stream: Stream = { reader, openedAt: now(), checkedAt: now(), early: [] };
    streams.add(stream);
    const leave = (): void => void streams.delete(stream);
    try {
      await begin();
      const events = [...(await missedBy(reader)), await inboxOf(reader.by)];
      if (closed) reader.end();
      else beginStream(stream, { place: feed.place(), events });
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  function begin(): Promise<void> {
    begun ??= feed.begin().catch((error: unknown) => {
      begun = undefined;
      throw error;
    });
    return begun;
  }

  /** Nothing for a first stream: its reader has seen nothing yet. */
  async function missedBy({ by, from }: Reader): Promise<readonly ServerEvent[]> {
    if (from === undefined) return [];
    const changes = /^\d{1,18}$/.test(from) ? await feed.since(BigInt(from)) : undefined;
    return changes ? tellChanges(changes, (run) => mayRead(by, run)) : [{ kind: 'look-again' }];
  }

  async function inboxOf(person: Person): Promise<ServerEvent> {
    return { kind: 'inbox', waiting: await inboxes.count(person) };
  }

  async function turn(): Promise<void> {
    if (streams.size === 0) begun = undefined;
    if (!begun) return;
    await begun;
    for (const stream of streams) attend(stream);
    const changes = await feed.look();
    if (changes.some(changesInboxes)) inboxes.outdate();
    const groups = Map.groupBy(streams, ({ reader }) => reader.by.id);
    inboxes.keepOnly(new Set(groups.keys()));
    for (const [id, group] of groups) await tellGroup(id, { group, changes });
  }

  function attend(stream: Stream): void {
    const { reader, openedAt, checkedAt } = stream;
    if (now() - openedAt >= limits.lifeMs) reader.end();
    if (now() - checkedAt < limits.beatEveryMs) return;
    stream.checkedAt = now();
    reader.beat();
    void reader.isSignedIn().then((isSignedIn) => isSignedIn || reader.end());
  }

  async function tellGroup(
    id: string,
    { group, changes }: { group: readonly Stream[]; changes: readonly LedgerChange[] },
  ): Promise<void> {
    const person = parts.person(id);
    const standing = group.filter(({ reader }) => person && haveSameRights(reader.by, person));
    // Whoever opens a stream anew is judged by the rights of that moment.
    for (const stream of group) if (!standing.includes(stream)) stream.reader.end();
    if (!person || standing.length === 0) return;
    // Not counted is counted at the next turn; what changed is told in any case.
    const waiting = await inboxes.news(person).catch(() => undefined);
    const inbox: readonly ServerEvent[] = waiting === undefined ? [] : [{ kind: 'inbox', waiting }];
    const events = [...tellChanges(changes, (run) => mayRead(person, run)), ...inbox];
    if (events.length > 0) for (const stream of standing) tellStream(stream, { place: feed.place(), events });
  }

  function endOf(person: string): void {
    for (const { reader } of streams) if (reader.by.id === person) reader.end();
  }

  return {
    open,
    turn,
    endOf,
    count: () => streams.size,
    close: () => {
      closed = true;
      for (const { reader } of streams) reader.end();
    },
  };
}

function haveSameRights(one: Person, other: Person): boolean {
  return JSON.stringify([one.roles, one.teams]) === JSON.stringify([other.roles, other.teams]);
}
