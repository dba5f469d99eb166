import type { Clause, Reading } from '../reading.ts';

/** What is only thought of, or not of an order at all. */
const conditional =
  /^[\s,(]*(?:and |but |or |und |aber |oder |please |bitte )?(?:if|should (?:it|you|your|the)|in case|once|as soon as|when(?:ever)?|before|until|unless|whether|after|falls|wenn|sobald|sollten?|bevor|bis|ob|nachdem|(?:i|we)(?:['’]d| only| do| really)? wish|when it comes to|wann|warum|weshalb|wer|woran|wie(?! (?:besprochen|vereinbart|gewünscht|versprochen|zugesagt|angekündigt|erbeten|immer))|wo|why|where|how (?:long|much|many|it))\b(?! (?:then|that|dahin|this|now|heute|dann))|\b(?:whether|if|ob (?:sie|ihre|die|das|es)|how it|wie (?:sie|ihre|die)|(?:let you know|tell you|inform you|write(?: to you)?) (?:as soon as|when|once)|like to (?:cancel|return)|(?:once|as soon as|until) (?:it|they|the parcel|everything) (?:has|have|is|are)|(?:sobald|wenn) (?:es|sie|das paket|alles)|can (?:be )?cancel|(?:say|says|know|tell|told|see|show|shows|sagt|weiß|sehe|steht) (?:\p{L}+ )?(?:who|why|when|how|where|whether|which|wer|warum|weshalb|wann|wie|wo)|(?:reason|grund|ursache)\b.*\b(?:not|nicht|n't|no|kein\p{L}*)|(?:no|kein\p{L}*|not|nicht)\b.*\b(?:reason|grund|ursache))\b/iu;

/** What the customer says, and nobody else. */
const reported =
  /\b(?:(?:sorry|glad|pleased|happy|delighted|sad|concerned) to (?:hear|read|learn)|(?<!\b(?:[Aa]s|address|from) )[Yy]ou(?:'ve| have| had)? (?:wrote|write|written|say|said|mention(?:ed)?|ask(?:ed)?|report(?:ed)?|describe[d]?|feel|think|suspect|believe|told us|tell us|fear|point(?:ed)? out|let us know)|Sie (?:schreiben|schrieben|sagen|sagten|berichten|berichteten|schildern|erwähnen|bitten|baten|fragen|fragten|wünschen|vermuten|befürchten|meinen|teilen uns mit|hatten (?:uns )?(?:gefragt|geschrieben)|haben (?:uns )?(?:gefragt|geschrieben|berichtet)))\b/u;

function isReported(reading: Reading, clause: Clause): boolean {
  if (reported.test(clause.text)) return true;
  const ahead = reading.text.slice(reading.sentenceAt(clause.start).start, clause.start);
  return reported.test(ahead) && /^\s*(?:and |und )?(?:that|dass|ob|wie)\b/i.test(clause.text);
}

/** Whether a clause asks, or says what would be if, or what the customer says. */
export function isSupposed(reading: Reading, clause: Clause): boolean {
  return (
    conditional.test(clause.text) ||
    open.test(reading.sentenceAt(clause.start).text) ||
    isReported(reading, clause) ||
    isAsked(reading, clause)
  );
}

/** May we spare you that; what we can offer, if anything. */
const open =
  /(?<!\p{L})(?:(?:may|darf|dürfen|might) (?:we|i|wir|ich)(?!\p{L})|(?:if anything|if any|wenn überhaupt)(?=[,.]))/iu;

/** The last one, which is delayed? What is told beside a question is told. */
const toldBeside = /^\s*(?:which|who|that|der|die|das) (?:is|was|are|were|has|have|ist|sind|wurde)(?!\p{L})/iu;

function isAsked(reading: Reading, clause: Clause): boolean {
  if (toldBeside.test(clause.text)) return false;
  return reading.sentenceAt(clause.start).text.trimEnd().endsWith('?');
}
