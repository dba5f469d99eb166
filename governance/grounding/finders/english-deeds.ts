import type { Clause } from '../reading.ts';
import { aboutTheLetter, firm, newsOnly, whoOfTheFirm } from '../words/english-subjects.ts';
import { customersDo, isOnly, lettersDo } from '../words/english-verbs.ts';
import { isOneOf } from '../words/verb-forms.ts';
import type { Deed } from './deed.ts';
import { opening, type Predicate, predicateOf } from './predicates.ts';

const you =
  /(?<![\p{L}])you(?=(?:'ve|'ll|'re|'d)?\s(?:will|can|may|might|could|should|would|do|don't|are|were|have|had|need|won't|get|receive|keep|pay|owe|save|earn|qualify|gain|also|then|just|only|still|never|already)\b|'(?:ve|ll|re|d)\b)/giu;

/** What a clause has the firm do, and the customer get or do, but for what letters are made of. */
export function* englishDeedsIn(clause: Clause, earlier: Clause | undefined): Generator<Deed> {
  const plain = clause.text.replace(/\u2019/g, "'");
  for (const match of plain.matchAll(firm)) {
    const end = match.index + match[0].length;
    const predicate = predicateOf(plain.slice(end));
    if (predicate && !isHarmlessOfFirm(predicate)) yield deedAt(clause, match.index, predicate);
  }
  for (const match of plain.matchAll(you)) {
    const predicate = predicateOf(plain.slice(match.index + match[0].length));
    if (predicate && !isHarmlessOfCustomer(predicate)) yield deedAt(clause, match.index, predicate);
  }
  if (earlier) yield* goingOn(clause, plain, earlier);
}

/** What follows an "and" or a "who" is done by whoever came before. */
function* goingOn(clause: Clause, plain: string, earlier: Clause): Generator<Deed> {
  const [, who] = /^\s*(who|which)\s/.exec(plain) ?? [];
  const isOfFirm = who
    ? whoOfTheFirm.test(`${earlier.text.trimEnd()} ${who}`)
    : new RegExp(firm.source, 'iu').test(earlier.text);
  if (!isOfFirm) return;
  const predicate = predicateOf(who ? plain.replace(/^\s*(?:who|which)/, '') : ` ${plain.trimStart()}`);
  const hasObject =
    /^\p{L}+ (?:you|your|it|them|the|a|an|this|that|him|her|us|both|all|for|back|everything|another)\b/u.test(
      predicate?.rest ?? '',
    );
  if (predicate && (who || (hasObject && !opening.test(predicate.verb))) && !isHarmlessOfFirm(predicate))
    yield deedAt(clause, 0, predicate);
}

/** Whom a letter says to have been spoken to: no record tells of it. */
const ofOutsiders =
  /^(?:asked|told|spoken|spoke|talked|instructed|contacted|informed|called|written|messaged|alerted|warned|reminded|arranged)(?: (?:to|with))? (?:the |our |your )?(?:carrier|courier|driver|supplier|manufacturer|neighbou?r|warehouse|depot|(?!Alder|AF)\p{Lu}\p{L}+)/u;

function isHarmlessOfFirm({ verb, rest, isBeing, isUnable }: Predicate): boolean {
  const [, wished] =
    /^(?:like|love|want|wish|need|hope|try|plan|prefer|mean|decided?|agreed?|intend) to (.+)$/isu.exec(rest) ?? [];
  const next = wished === undefined || isUnable ? undefined : predicateOf(wished);
  if (next) return /^(?:sort|solv|fix|resolv|clear|settl|put)/.test(next.verb) || isHarmlessOfFirm(next);
  if (ofOutsiders.test(rest)) return false;
  if (isUnable || aboutTheLetter.test(rest)) return true;
  if (opening.test(verb) || isOneOf(verb, lettersDo)) return true;
  return isBeing && isOnly.has(verb);
}

function isHarmlessOfCustomer({ verb, rest, isBeing, isUnable, isDenied }: Predicate): boolean {
  if (isUnable || (isBeing && isDenied) || opening.test(verb) || newsOnly.test(rest.slice(0, 60))) return true;
  if (/^(?:get|receiv|keep|pay|owe|sav|earn|qualif|gain)/.test(verb)) return false;
  return (
    isOneOf(verb, customersDo) ||
    (isBeing &&
      /^(?:right|sorry|welcome|happy|unhappy|satisfied|worried|sure|unsure|interested|aware|able|still|at|in|on|now|free|not|disappointed|upset|annoyed|impatient|asking|waiting|looking|pleased|glad|late|early|correct|wrong|angry|cross|concerned|told|curious|kind)$/.test(
        verb,
      ))
  );
}

function deedAt(clause: Clause, from: number, { verb, rest }: Predicate): Deed {
  const end = clause.end - (clause.text.length - clause.text.trimEnd().replace(/[.,;:!]+$/, '').length);
  const start = clause.start + Math.max(from, 0);
  return { verb, start: Math.min(start, end - rest.length < start ? start : start), end: Math.max(end, start + 1) };
}
