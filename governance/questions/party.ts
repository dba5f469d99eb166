import type { AskedParty } from '#contracts/question.ts';

const personWord = 'person:';

/** Whom a question goes to, as rows, signatures and the ledger name it. */
export function wordOfParty(party: AskedParty): string {
  return party.kind === 'customer' ? 'customer' : `${personWord}${party.person}`;
}

export function partyOf(word: string): AskedParty {
  return word.startsWith(personWord)
    ? { kind: 'colleague', person: word.slice(personWord.length) }
    : { kind: 'customer' };
}
