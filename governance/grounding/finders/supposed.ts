import type { Clause, Reading } from '../reading.ts';

/** What is only thought of, or not of an order at all. */
const conditional =
  /^[\s,(]*(?:and |but |or |und |aber |oder |please |bitte )?(?:if|should (?:it|you|your|the)|in case|once|as soon as|when(?:ever)?|before|until|unless|whether|after|falls|wenn|sobald|sollten?|bevor|bis|ob|nachdem|when it comes to)\b(?! (?:then|that|dahin|this|now|heute|dann))|\b(?:whether|if|ob (?:sie|ihre|die|das|es)|how it|wie (?:sie|ihre|die)|(?:let you know|tell you|inform you|write(?: to you)?) (?:as soon as|when|once)|like to (?:cancel|return)|can (?:be )?cancel|(?:say|says|know|tell|told|see|show|shows|sagt|weiß|sehe|steht) (?:\p{L}+ )?(?:who|why|when|how|where|whether|which|wer|warum|weshalb|wann|wie|wo))\b/iu;

/** Whether a clause asks, or says what would be if. */
export function isSupposed(reading: Reading, clause: Clause): boolean {
  return conditional.test(clause.text) || isAsked(reading, clause);
}

function isAsked(reading: Reading, clause: Clause): boolean {
  return reading.sentenceAt(clause.start).text.trimEnd().endsWith('?');
}
