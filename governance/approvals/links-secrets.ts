import { randomBytes, randomInt } from 'node:crypto';
import type { Seals } from '#governance/seals/index.ts';

/** What the holder of a link has: the token in its address, and the code printed beside it. Neither is stored. */
export interface LinkSecrets {
  token: string;
  code: string;
}

export function newLinkSecrets(): LinkSecrets {
  return { token: randomBytes(32).toString('base64url'), code: String(randomInt(1_000_000)).padStart(6, '0') };
}

type Hash = Pick<Seals, 'hash'>;

export function tokenHashOf(seals: Hash, token: string): string {
  return seals.hash('token of an approval link', token);
}

/** A code with all that its link says: whose word it asks for, and on which task. */
export interface CodeOfLink {
  tokenHash: string;
  approvalId: string;
  person: string;
  code: string;
}

/** Hashed with its link: the same code of another link has another hash, and one moved to somebody else has none that fits. */
export function codeHashOf(seals: Hash, { tokenHash, approvalId, person, code }: CodeOfLink): string {
  return seals.hash('code of an approval link', [tokenHash, approvalId, person, code].join(':'));
}
