import type { Clause } from '../reading.ts';
import { aboutTheLetter, firm, newsOnly, whoOfTheFirm } from '../words/english-subjects.ts';
import { customersAre, customersGain, firmsDeal, lettersDo } from '../words/english-verbs.ts';
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
    const behind = plain.slice(end);
    const predicate = predicateOf(behind);
    if (isHavingDone(behind.replace(modal, '')))
      yield deedAt(clause, match.index, { verb: 'have', rest: behind.trimStart() });
    else if (predicate && (errands.test(match[0]) ? !isOneOf(predicate.verb, lettersDo) : !isHarmlessOfFirm(predicate)))
      yield deedAt(clause, match.index, predicate);
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
  if (!who && /^\s*(?:at|on|in|by|for|with|as|if|from)\b|^\s*\p{L}+ us\b/u.test(plain)) return;
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

function isHarmlessOfFirm(predicate: Predicate): boolean {
  const { verb, rest, isBeing, isUnable, isDenied } = predicate;
  if (isDenied && !burden.test(rest)) return true;
  const meant = isUnable ? undefined : meantBy(rest);
  if (meant) return /^(?:sort|solv|fix|resolv|clear|settl|put)/.test(meant.verb) || isHarmlessOfFirm(meant);
  if (ofOutsiders.test(rest) || holding.test(rest)) return false;
  if (isUnable || aboutTheLetter.test(rest) || opening.test(verb) || isOneOf(verb, lettersDo)) return true;
  if (isBeing && !verb.endsWith('ing')) return !bound.test(rest);
  return !isOneOf(verb, firmsDeal) && !ofTheMatter.test(rest);
}

/** What somebody is glad not to have to do: of these a no is a promise too. */
const burden =
  /^(?:(?:want|need|wish|have|going|like)(?:ing)? to )?(?:charg|bill|debit|deduct|invoic|collect|claim|insist|ask|require|demand|expect|need(?! to)|want(?! to)|mind|stop|rest|hesitat|fail|only|chase)|\bback\b/u;

const holding = /^h[oe]ld(?:ing)? (?:the price|it|them|your (?:order|parcel|place)|this price)/u;

/** What somebody would like to do, or starts. */
function meantBy(rest: string): Predicate | undefined {
  const [, wished] =
    /^(?:like|love|want|wish|need|hope|try|plan|prefer|mean|decided?|agreed?|intend) to (.+)$/isu.exec(rest) ?? [];
  const [, begun] =
    /^(?:start|begin|stop|finish|go|carry on|keep(?: on)?)(?:ing)? (\p{L}+ing\b.*)$/isu.exec(rest) ?? [];
  const meant = wished ?? begun;
  return meant === undefined ? undefined : predicateOf(` ${meant}`);
}

/** We have it redirected: somebody else does it for the firm. */
function isHavingDone(rest: string): boolean {
  const [, done] =
    /^(?:have|get|having|getting|got|had) (?:it|this|that|them|these|everything|(?:your|the|an?|another|both|all) (?:[\p{L}-]+ ){1,3}?)\s?(\p{L}+(?:ed|en|wn|ne|ght|id|ilt|pt))\b/iu.exec(
      rest,
    ) ?? [];
  return done !== undefined && !isOneOf(done.toLowerCase(), lettersDo);
}

/** To get to a sum, or in touch, is no gain. */
const notGained =
  /^(?:get|got|gets) (?:to\b|in touch|hold of|stuck|round|through|a chance|the chance|a moment|home|up|on\b|an? (?:message|error|e-?mail))|^keep (?:the (?:box|packag|label|receipt)|an eye|your|in mind|in touch|us|track|waiting|asking|coming|getting|having|writing|hearing|being)|^save (?:the|this|it|your)|^apply (?:for|to)|^expect/;

/** What somebody is who has to do something for it. */
const bound =
  /^(?:(?:fully |solely |entirely |legally |all |alone )*(?:liable|responsible|bound|obliged|committed|prepared|ready|willing|happy|authori[sz]ed|entitled|insured|to blame|at fault|in the wrong|in breach|negligent|guilty|careless|dismissed|fired|sacked|suspended|disciplined|reprimanded|warned|trained|instructed|dealt)|\p{L}+ing)\b/u;
/** An unknown verb with an object that is the customer's matter. */
const ofTheMatter =
  /^\p{L}+ (?:(?:out|up|off|back|on|over|down) )?(?:you (?!(?:right|that|the|how|what|why|when|where|if|whether|may|might|can|could|would|will|are|were|have|had|know|think|feel|see|say|mean|want|need|like)(?!\p{L}))|(?:your|the|this|that|both|all|any|another|an?|\p{Lu}\p{L}+['’]s) (?:[\p{L}-]+ )?(?:orders?|parcels?|packages?|shipments?|goods|articles?|items?|lamps?|chairs?|tables?|desks?|bench|shel\p{L}+|sofas?|money|amounts?|sums?|prices?|costs?|balance|payments?|cards?|bank|accounts?|address|name|data|newsletter|deliver(?:y|ies)|shipping|postage|returns?|collection|assembly|warranty|guarantee|contract|debt|case|claim)(?!\p{L})|[£€$\d])/u;

function isHarmlessOfCustomer({ verb, rest, isBeing, isUnable, isDenied }: Predicate): boolean {
  if (isUnable || (isBeing && isDenied) || newsOnly.test(rest.slice(0, 60))) return true;
  if (notGained.test(rest)) return true;
  if (/^(?:send|bring|give|take|hand|ship)(?:ing)? (?:it|them|one|any|all|the \p{L}+) back\b/u.test(rest)) return false;
  return isBeing ? !customersAre.test(rest) : !isOneOf(verb, customersGain);
}

/** Those whom no letter knows to have done anything. */
const errands = /our (?:delivery )?(?:drivers?|couriers?|crew|(?:shop |sales )?assistants?|sales\p{L}+)$/iu;
const modal = /^\s?(?:(?:will|shall|can|could|would|['’]ll|are going to|also|then|have|has|['’]ve)\s)*/u;

function deedAt(clause: Clause, from: number, { verb, rest }: Pick<Predicate, 'verb' | 'rest'>): Deed {
  const end = clause.end - (clause.text.length - clause.text.trimEnd().replace(/[.,;:!]+$/, '').length);
  const start = clause.start + Math.max(from, 0);
  return {
    verb,
    rest,
    start: Math.min(start, end - rest.length < start ? start : start),
    end: Math.max(end, start + 1),
  };
}
