import { isOrdinary, isThingWord } from '../names/ordinary-words.ts';
import { isCapitalised, type Word } from '../names/words.ts';

/** "Sessel Rosa", "the lamp Clara": what is sold has names too. */
export function isCalled(text: string, name: Word, before: Word | undefined): boolean {
  return before !== undefined && text.slice(before.end, name.start) === ' ' && isThingWord(before.folded);
}

/** Whether what follows makes a product, a place or a firm of it: "Felix scratching post". */
export function isThing(text: string, run: readonly Word[], next: readonly Word[]): boolean {
  let end = run.at(-1)?.end ?? 0;
  for (const word of next) {
    const gap = text.slice(end, word.start);
    if (gap === ' & ' && isCapitalised(word)) {
      end = word.end;
      continue;
    }
    if (!/^[ -]{1,2}$/.test(gap) || isPutUp(text, word)) return false;
    const folded = word.folded;
    if (isThingWord(folded) || isThingWord(folded.replace(/s$/, ''))) return true;
    if (isOrdinary(folded) || isCapitalised(word) || /(?:ed|s)$/.test(folded)) return false;
    end = word.end;
  }
  return false;
}

/** "My son Piers set it up" */
function isPutUp(text: string, { folded, end }: Word): boolean {
  return folded === 'set' && /^ (?:it|them|this|that|up|us|off|out)(?!\p{L})/u.test(text.slice(end, end + 6));
}

const article =
  /\b(?:the|a|an|our|your|this|that|der|die|das|den|dem|ein|eine|einen|le|la|les|un|une|el|los|il|lo|het|model|modell|range|in|near|around)\s$/iu;

const ofPlace =
  /(?<![A-Za-zÀ-ÿ])(?:San|Santa|Santo|Saint|Sankt|St\.?|Los|Las|New|North|South|East|West|Port|Fort|Lake|Mount|Bad|(?:Filiale|Lager|Standort|Niederlassung|[Ss]howroom|[Bb]ranch|[Dd]epot|[Ww]arehouse|[Ss]tore|[Tt]ienda|[Nn]egozio|[Ss]klep|[Ww]inkel|[Mm]agasin)(?: de| di| in| of| at)?) $/;

export function isOfPlace(text: string, { start, end }: Word): boolean {
  const words = text.slice(Math.max(0, start - 12), start);
  return article.test(words) || ofPlace.test(words) || /^, [A-Z]{2} \d{4,5}/.test(text.slice(end, end + 10));
}

/** "6x Felix", "Lampa „Ingrid“", "the shape of Oscar": things are counted, and their names quoted. */
export function isOfThing(text: string, { start, end }: Word): boolean {
  if (/\d ?[x×] $/i.test(text.slice(Math.max(0, start - 6), start))) return true;
  if (/[„“«] ?$/.test(text.slice(Math.max(0, start - 2), start)) && /^ & /.test(text.slice(end, end + 3))) return true;
  if (/& $/.test(text.slice(Math.max(0, start - 2), start)) && /^ ?[“”»]/.test(text.slice(end, end + 2))) return true;
  return /[„“«]\s?$/.test(text.slice(Math.max(0, start - 2), start)) && /^\s?["“”»]/.test(text.slice(end, end + 2));
}
