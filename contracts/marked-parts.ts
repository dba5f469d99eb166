import type { Claim } from './claim.ts';

/** A stretch of a text, and what was found of it. */
export interface TextPart<Found extends Claim> {
  text: string;
  claim: Found | null;
}

/** A field of a message, cut where something in it is unfounded. Of marks that lie over each other the first counts. */
export function markedParts<Found extends Claim>(
  text: string,
  claims: readonly Found[],
  field: Claim['field'],
): TextPart<Found>[] {
  const parts: TextPart<Found>[] = [];
  let at = 0;
  for (const claim of claims) {
    if (claim.field !== field || claim.verdict !== 'unfounded' || claim.start < at) continue;
    parts.push({ text: text.slice(at, claim.start), claim: null }, { text: text.slice(claim.start, claim.end), claim });
    at = claim.end;
  }
  return [...parts, { text: text.slice(at), claim: null }].filter((part) => part.text !== '');
}
