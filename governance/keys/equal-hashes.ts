import { timingSafeEqual } from 'node:crypto';

/** Compares hashes in a time that tells nothing of them. */
export function areEqualHashes(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
