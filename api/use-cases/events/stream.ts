import type { ServerEvent } from '#contracts/http/event.ts';
import type { Person } from '#contracts/person.ts';

/** Events that are told together, and the place in the ledger up to which everything is told then. */
export interface Told {
  place: bigint;
  events: readonly ServerEvent[];
}

/** Who reads a stream, and the connection it is read by. */
export interface Reader {
  by: Person;
  /** The place that an earlier stream came to. */
  from: string | undefined;
  begin(): void;
  tell(told: Told): void;
  /** Shows that the stream lives. */
  beat(): void;
  end(): void;
  /** Whether whoever opened it is still signed in. */
  isSignedIn(): Promise<boolean>;
}

/** One open stream. */
export interface Stream {
  reader: Reader;
  openedAt: number;
  checkedAt: number;
  /** What is told while it opens, to be passed on behind what it missed. */
  early: Told[] | undefined;
}

export function tellStream({ early, reader }: Stream, told: Told): void {
  if (early) early.push(told);
  else reader.tell(told);
}

export function beginStream(stream: Stream, first: Told): void {
  const { early = [], reader } = stream;
  stream.early = undefined;
  reader.begin();
  for (const told of [first, ...early]) reader.tell(told);
}
