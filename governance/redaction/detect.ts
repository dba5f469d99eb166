import { type KnownParty, type PersonalType, writtenPlaceholder } from '#contracts/redaction.ts';
import type { Detection } from './detection.ts';
import { keyOf } from './key-of.ts';
import type { Looked } from './looked.ts';
import { matchesOf } from './matches-of.ts';
import { createPartyFinder } from './parties/find-parties.ts';
import { occurrences, squash } from './parties/squash.ts';
import { anyPlaceholder } from './placeholder-form.ts';
import type { Recogniser } from './recognisers/recogniser.ts';
import { createWithoutSpared, type Spared } from './recognisers/spared.ts';
import { remembered } from './remembered.ts';
import { createWatch, DoubtRaised, type TimeBudget, type Watch } from './time-budget.ts';
import { foldText } from './views/fold-characters.ts';
import { inInput, type View } from './views/view.ts';
import { unwrap } from './wrapped-text.ts';

/** A value whose field says what it is, such as a contract's `personal('email')`. */
export interface TypedField {
  type: PersonalType;
  value: string;
}

export interface Knowledge {
  parties: readonly KnownParty[];
  fields: readonly TypedField[];
  recognisers: readonly Recogniser[];
  spared: Spared;
  budget: TimeBudget;
  looked: Looked;
}

/** What a finder says of a place in a view; whose it is, where it knows that. */
interface Seen {
  type: Detection['type'];
  start: number;
  end: number;
  key?: string;
  value?: string;
}

interface Finder {
  name: string;
  weight: number;
  find: (text: string) => Iterable<Seen>;
}

/** What looks at the texts of a call, made once for all of them. */
interface Finders {
  looked: Looked;
  known: readonly Finder[];
  recognisers: readonly (Finder & Pick<Recogniser, 'staysOnLine'>)[];
}

/** How deep what is looked at was wrapped, and what looks at it. */
interface Place {
  finders: Finders;
  watch: Watch;
  depth: number;
}

const deepest = 3;

/** Finds all that must not leave of a text, with places in the text as it came. They may overlap. */
export function createDetect(knowledge: Knowledge): (input: string) => Detection[] {
  const place = { finders: findersOf(knowledge), watch: createWatch(knowledge.budget), depth: 0 };
  return (input) => detect(input, place);
}

function detect(input: string, place: Place): Detection[] {
  const { finders, watch } = place;
  const { known, recognisers, looked } = finders;
  const { whole, joined } = looked.viewsOf(input);
  const seen = look(whole, [...known, ...recognisers], watch);
  if (!joined) return [...seen, ...wrapped([whole], place)];
  return [...seen, ...acrossLines(joined, { ...place, input }, seen), ...wrapped([whole, joined], place)];
}

function findersOf({ parties, fields, recognisers, spared, looked }: Knowledge): Finders {
  const squashed = remembered(squash);
  const spare = remembered(createWithoutSpared(spared));
  return {
    looked,
    known: [
      { name: 'written placeholders', weight: 13, find: writtenPlaceholders },
      { name: 'typed fields', weight: 12, find: createFieldFinder(fields, squashed) },
      { name: 'known parties', weight: 10, find: createPartyFinder(parties, squashed) },
    ],
    recognisers: recognisers.map((one) => ({
      ...one,
      find: (text) => looked.find(one, one.sparesReferences ? spare(text) : text),
    })),
  };
}

function look(view: View, finders: readonly Finder[], watch: Watch): Detection[] {
  const units = view.text.length;
  return finders.flatMap(({ name, weight, find }) => {
    const seen = watch.within({ name, units }, () => find(view.text));
    return Array.from(seen, (one) => toDetection(view, one, weight)).filter(({ start, end }) => start < end);
  });
}

function toDetection(view: View, seen: Seen, weight: number): Detection {
  const written = view.text.slice(seen.start, seen.end);
  const key = seen.key ?? keyOf(seen.type, written);
  return { type: seen.type, ...inInput(view, seen), weight, key, value: seen.value ?? '' };
}

function* writtenPlaceholders(text: string): Generator<Seen> {
  for (const match of matchesOf(text, anyPlaceholder)) {
    const [written] = match;
    yield {
      type: writtenPlaceholder,
      start: match.index,
      end: match.index + written.length,
      key: written,
      value: written,
    };
  }
}

function createFieldFinder(fields: readonly TypedField[], squashed: typeof squash): Finder['find'] {
  const wanted = fields.flatMap(({ type, value }) => {
    const needle = squash(foldText(value)).text;
    return needle === '' ? [] : [{ type, key: keyOf(type, value), value, needle }];
  });
  return function* find(text) {
    if (wanted.length === 0) return;
    const sought = squashed(text);
    for (const { needle, ...field } of wanted) {
      for (const place of occurrences(text, sought, needle)) yield { ...field, ...place };
    }
  };
}

/** A number goes on behind a broken line with what it had before, and not with a word. */
const cutInTwo = /^(?:[^\n]*[A-Z\d][ \t]*=?\n[ \t>|]*(?:\d|[A-Z](?![a-z])))+[^\n]*$/;

/** Whether it is apart from the other, or the whole of which a line had the other half. */
function goesBeyond(one: Detection, other: Detection): boolean {
  if (other.start >= one.end || one.start >= other.end) return true;
  const isWhole = one.start <= other.start && one.end >= other.end;
  const saysMore = one.type === other.type || one.weight > other.weight;
  return isWhole && saysMore && one.end - one.start > other.end - other.start;
}

/** What a broken line cuts in two. What is whole on its lines was seen there, and is left as it is. */
function acrossLines(
  joined: View,
  { finders: { recognisers }, watch, input }: Place & { input: string },
  seen: readonly Detection[],
): Detection[] {
  const found = look(
    joined,
    recognisers.filter(({ staysOnLine }) => !staysOnLine),
    watch,
  );
  const certain = seen.filter(({ weight }) => weight > 0);
  const isNew = (one: Detection) => certain.every((other) => goesBeyond(one, other));
  const isCut = ({ start, end }: Detection) => cutInTwo.test(input.slice(start, end));
  return found.filter((one) => isNew(one) && (one.weight > 0 || isCut(one)));
}

/** So much of what stands before base64 says what is in it. */
const wordsBefore = 48;

/** What stands inside base64 takes the whole of it away. */
function wrapped(views: readonly View[], place: Place): Detection[] {
  return views.flatMap((one) =>
    Array.from(unwrap(one.text)).flatMap(({ text, ...range }) => {
      if (place.depth + 1 > deepest) throw new DoubtRaised(tooDeep);
      const said = one.text.slice(Math.max(0, range.start - wordsBefore), range.start);
      const inside = detect(said + text, { ...place, depth: place.depth + 1 }).find(({ end }) => end > said.length);
      if (!inside) return [];
      const { start, end } = inInput(one, range);
      return [
        {
          ...inside,
          key: `${inside.type}:wrapped:${one.text.slice(range.start, range.end)}`,
          start,
          end,
          value: '',
          weight: 9,
        },
      ];
    }),
  );
}

const tooDeep = {
  kind: 'wrapped-too-deep',
  at: 'base64',
  detail: `Text is wrapped more than ${deepest} times; open it before it is handed in, or let a person look`,
} as const;
