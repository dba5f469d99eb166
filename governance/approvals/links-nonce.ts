import { areEqualHashes } from '#governance/keys/index.ts';
import type { Seals } from '#governance/seals/index.ts';

/** So long a page may be decided by. */
const validMs = 30 * 60_000;

type Hash = Pick<Seals, 'hash'>;

interface PageShown {
  tokenHash: string;
  at: Date;
}

/** Proves that the page of a link was looked at, and when. Nothing is stored: looking changes nothing. */
export function pageNonce(seals: Hash, { tokenHash, at }: PageShown): string {
  const shownAt = String(at.getTime());
  return `${shownAt}.${seals.hash('nonce of an approval page', `${tokenHash}:${shownAt}`)}`;
}

export function isPageNonce(seals: Hash, nonce: string, { tokenHash, at: now }: PageShown): boolean {
  const shownAt = Number(/^(\d{1,15})\./.exec(nonce)?.[1]);
  const age = now.getTime() - shownAt;
  if (!(age >= 0 && age <= validMs)) return false;
  return areEqualHashes(nonce, pageNonce(seals, { tokenHash, at: new Date(shownAt) }));
}
