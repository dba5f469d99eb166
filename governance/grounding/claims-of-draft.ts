import type { Claim } from '#contracts/claim.ts';
import { checkClaims, type Message } from './index.ts';
import { sourcesOf, type WrittenFrom } from './sources-of.ts';

export interface DraftToCheck extends WrittenFrom {
  message: Message;
}

/** What a draft says, held against its evidence. */
export function claimsOfDraft({ message, ...written }: DraftToCheck): Claim[] {
  return checkClaims(message, sourcesOf(written));
}
