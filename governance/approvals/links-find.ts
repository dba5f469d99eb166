import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findLink, type LinkRow } from '#store/approval-links.ts';
import { tokenHashOf } from './links-secrets.ts';

/** So many wrong codes lock a link. */
export const mostFailures = 5;

export interface FindLinkParts {
  reads: Transaction;
  seals: Seals;
  /** People as they are at this moment. */
  person(id: string): Person | undefined;
}

/** The link of a token, by its keyed hash: whatever is guessed takes the same look-up, and the same time. */
export function createFindLink({ reads, seals }: Omit<FindLinkParts, 'person'>) {
  return (token: string): Promise<LinkRow | null> => findLink(reads, tokenHashOf(seals, token));
}

export function unknownLink(): AppError {
  return new AppError(
    'link-unknown',
    'Either its task was decided or has ended a while ago, or the address is not whole',
  );
}

/** Throws where a link is no way in any more: its person is gone, or codes were guessed. */
export function personOf(link: LinkRow, person: FindLinkParts['person']): Person {
  const by = person(link.person);
  if (!by) throw new AppError('forbidden', 'The person this link was made for does not act here any more');
  if (link.failures >= mostFailures) throw lockedLink();
  return by;
}

/** Throws where a link that was not used ran out of time with its task. */
export function checkExpiry({ usedAt, expiresAt }: LinkRow, now: Date): void {
  if (usedAt !== null || expiresAt > now) return;
  throw new AppError('approval-expired', `The time to decide ended at ${expiresAt.toISOString()}`);
}

/** Throws where a word came by this link already, and the task waits for those of others. */
export function checkUnused(link: Pick<LinkRow, 'usedAt'> | undefined): void {
  if (!link?.usedAt) return;
  throw new AppError(
    'link-spent',
    `You gave your word by this link at ${link.usedAt.toISOString()}; others are asked too, and the task still waits`,
  );
}

export function lockedLink(): AppError {
  return new AppError(
    'link-locked',
    `${mostFailures} wrong codes were sent with this link, and it takes no more: decide by the command line or the API`,
  );
}
