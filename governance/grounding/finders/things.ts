import { foldName } from '#governance/redaction/names/fold-name.ts';
import { wordsOf } from '../articles.ts';
import { type Finder, type Finding, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { Reading } from '../reading.ts';
import { itemsOfSort, type Thing, thingsIn } from '../things.ts';

/** Sorts of things that the order does not hold, and names of things that no record has so. */
export const things: Finder = {
  isAboutWholeClauses: true,
  *find(reading, ground) {
    for (const thing of thingsIn(reading.rest)) {
      const finding = judge(reading, ground, thing);
      if (finding) yield finding;
    }
  },
};

function judge(reading: Reading, ground: Ground, thing: Thing): Finding | undefined {
  const name = nameOf(reading, thing);
  const own = ground.order ? itemsOfSort(thing, ground.order) : [];
  if (name) {
    const isKnown = [...own.map((item) => item.name), ...ground.wholeNames].some((known) => holds(known, name.words));
    if (!isKnown && !isInFirmsText(ground, reading.text.slice(name.start, thing.end)))
      return unfounded('name', { start: name.start, end: thing.end }, 'No record has an article of this name.');
  }
  if (!ground.order || own.length > 0 || ground.order.items.length === 0) return undefined;
  const isOfMatter = [ground.trusted.records, ground.askedText].some((text) =>
    thingsIn(text).some(({ family }) => family === thing.family),
  );
  return isOfMatter && !name ? undefined : unfounded('name', thing, 'The order has no such article.');
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
