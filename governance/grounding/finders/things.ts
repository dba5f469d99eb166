import { foldName } from '#governance/redaction/names/fold-name.ts';
import { wordsOf } from '../articles.ts';
import { type Finder, type Finding, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { Reading } from '../reading.ts';
import { spanOf } from '../span.ts';
import { itemsOfSort, type Thing, thingsIn } from '../things.ts';
import { otherGoods } from '../words/other-goods.ts';
import { isSupposed } from './supposed.ts';

/** Sorts of things that the order does not hold, and names of things that no record has so. */
export const things: Finder = {
  isAboutWholeClauses: true,
  *find(reading, ground) {
    for (const good of reading.rest.matchAll(goods)) {
      const clause = reading.clauseAt(good.index);
      if (isKnownGood(ground, good[0]) || isSupposed(reading, clause) || matter.test(clause.text)) continue;
      yield unfounded('name', spanOf(good), 'The order has no such article.');
    }
    for (const thing of thingsIn(reading.rest)) {
      if (isOfOthers(reading, thing)) {
        const isIn = ground.order !== undefined && itemsOfSort(thing, ground.order).length > 0;
        if (isIn && notIn.test(reading.text.slice(thing.end)))
          yield unfounded('name', thing, 'The order has this article.');
        continue;
      }
      const finding = judge(reading, ground, thing);
      if (finding) yield finding;
    }
  },
};

/** My desk is no article, and what is said not to be in the order is none of it. */
function isOfOthers(reading: Reading, { start, end }: Thing): boolean {
  if (/(?<!\p{L})(?:my|our|meine[mnrs]?|unsere[mnrs]?) $/iu.test(reading.text.slice(Math.max(0, start - 9), start)))
    return true;
  return /^ (?:isn['’]t|is not|aren['’]t|are not|wasn['’]t|was not|gehört nicht|ist nicht|steht nicht)/iu.test(
    reading.text.slice(end),
  );
}

const notIn =
  /^ (?:isn['’]t|is not|aren['’]t|are not|wasn['’]t|was not|were not|gehör(?:t|en) nicht) (?:\p{L}+ )?(?:part of|in (?:the|your|this|it)|included|on (?:the|your)|dazu|zur)/iu;

/** A question about the bulbs, or advice to try another one. */
const matter =
  /(?<!\p{L})(?:question|frage|about the|about a|regarding|wegen|information|angaben|know|weiß|asked|ask|try|check|prüfen|look|whether|ob|not|nicht|no|kein\p{L}*|don't)(?!\p{L})/iu;

const goods = new RegExp(`(?<![\\p{L}-])(?:${otherGoods})(?:e?s|n)?(?![\\p{L}-])`, 'giu');

function isKnownGood({ order, trusted, askedText, wholeNames }: Ground, good: string): boolean {
  const stem = good.toLowerCase().replace(/(?:e?s|n)$/, '');
  const texts = [
    ...(order?.items ?? []).map(({ name }) => name),
    ...wholeNames,
    trusted.text,
    trusted.records,
    askedText,
  ];
  return texts.some((text) => text.toLowerCase().includes(stem));
}

function judge(reading: Reading, ground: Ground, thing: Thing): Finding | undefined {
  const name = nameOf(reading, thing);
  const own = ground.order ? itemsOfSort(thing, ground.order) : [];
  if (name) {
    const isKnown = [...own.map((item) => item.name), ...ground.wholeNames].some((known) => holds(known, name.words));
    if (!isKnown && !isInFirmsText(ground, reading.text.slice(name.start, thing.end)))
      return unfounded('name', { start: name.start, end: thing.end }, 'No record has an article of this name.');
  }
  if (!ground.order) return isOfNoOrder(reading, ground, thing);
  if (own.length > 0 || ground.order.items.length === 0) return undefined;
  const isOfMatter = [ground.trusted.records, ground.askedText].some((text) =>
    thingsIn(text).some(({ family, sort }) => family === thing.family && (!thing.sort || !sort || sort === thing.sort)),
  );
  return isOfMatter && !name ? undefined : unfounded('name', thing, 'The order has no such article.');
}

/** Facts that hold a passage speak of more than an order. */
const longEnough = 60;

/** Of what was ordered nothing may be told where no order was found. */
function isOfNoOrder(reading: Reading, { trusted, askedText }: Ground, thing: Thing): Finding | undefined {
  const isNamed = [trusted.text, trusted.records, askedText].some((text) =>
    thingsIn(text).some(({ family }) => family === thing.family),
  );
  const isOne = /(?<!\p{L})(?:an?|one|two|three|eine?[nmrs]?|zwei|drei) (?:\p{L}+ )?$/iu.test(
    reading.text.slice(Math.max(0, thing.start - 24), thing.start),
  );
  if (isNamed || !isOne || trusted.records.length > longEnough || isSupposed(reading, reading.clauseAt(thing.start)))
    return undefined;
  return unfounded('name', thing, 'No record has such an article.');
}

/** The name before a sort, such as Teal velvet before footstool: it begins with a capital that begins no sentence. */
function nameOf({ text }: Reading, { start }: Thing) {
  const ahead = text.slice(Math.max(0, start - 50), start);
  const words = [...ahead.matchAll(/\p{L}+(?=[ -](?:\p{L}+[ -]){0,2}$)/gu)];
  const at = words.findIndex(
    ({ 0: word, index }) => /^\p{Lu}\p{Ll}/u.test(word) && !common.test(word) && !begins.test(ahead.slice(0, index)),
  );
  const name = at === -1 ? [] : words.slice(at);
  if (name.length === 0 || name.some(({ 0: word }) => link.test(foldName(word)))) return undefined;
  return { start: start - ahead.length + (name[0]?.index ?? 0), words: name.map(([word]) => foldName(word)) };
}

const begins = /(?:[.!?:]\s|\n|^|["'(])$/;

const common =
  /^(?:Ihre?[rnms]?|Die|Der|Das|Den|Dem|Eine?[rnms]?|Unsere?[rnms]?|Diese?[rnms]?|Your|The|A|An|Our|One|Two|Three|Four|Five|Six|Both|Alle|Beide|Welche?[rnms]?|Which|Zwei|Drei|Vier|Fünf|Sechs|My|Stück|I|It|LED|USB|English|German|Artikel|Typ|Modell|Dutzend|Wegen|Mit|Zum|Zur|Vom|Neue[rnms]?|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)$/;
const link =
  /^(?:der|die|das|den|dem|des|eine?[rnms]?|ihre?[rnms]?|your|the|an?|our|is|are|was|were|has|have|will|and|und|ist|sind|war|wird|werden|with|mit|for|fur|of|von|in|on|to|by|each|this|that|jede[rnms]?|kam|hat|haben|kostet|costs|or|oder|at|als|kein|keine[rnms]?|one|two|three|four|five|six|sieben|zwei|drei|vier|funf|sechs|elf|zwolf|acht|neun|zehn|uber|zu|zum|zur|vom|am|im|aus|nach|wegen|bei|beim|nicht|noch|auch|nur|schon|steht|liegt|kommt|about|from|into|not|also|only|as|can|could|may|like|sur|plus|sowie|nebst|samt|[a-z]+(?:ungen|ung|zehn|zig|hundert))$/;

function holds(known: string, words: readonly string[]): boolean {
  const own = new Set(wordsOf(known).map((word) => foldName(word.replace(/,$/, ''))));
  return words.every((word) => own.has(word) || own.has(word.replace(/(?:s|n|en|es)$/, '')));
}

function isInFirmsText({ trusted }: Ground, words: string): boolean {
  return trusted.text.toLowerCase().includes(words.toLowerCase().replace(/(?:s|n|en)$/, ''));
}
