import { AppError } from '#contracts/errors.ts';
import type { Stream } from './stream.ts';

export interface StreamLimits {
  /** Streams of one person and of all, in this process. */
  perPerson: number;
  inAll: number;
  beatEveryMs: number;
  /** Its reader opens it anew then, with the session of that time. */
  lifeMs: number;
  /** The shortest time between two counts of somebody's inbox. */
  countEveryMs: number;
}

export const defaultLimits: StreamLimits = {
  perPerson: 20,
  inAll: 500,
  beatEveryMs: 15_000,
  lifeMs: 600_000,
  countEveryMs: 2_000,
};

/** Refuses one stream too many. */
export function checkRoom(streams: ReadonlySet<Stream>, person: string, { perPerson, inAll }: StreamLimits): void {
  const own = [...streams].filter(({ reader }) => reader.by.id === person).length;
  if (own >= perPerson)
    throw new AppError(
      'too-many-streams',
      `${person} has ${own} event streams open, the most there may be: close some`,
      {
        facts: { limit: perPerson },
      },
    );
  if (streams.size >= inAll)
    throw new AppError('too-many-streams', `This server has ${inAll} event streams open, the most there may be`, {
      facts: { limit: inAll },
    });
}
