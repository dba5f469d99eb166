import { type KnownParty, type PersonalType, writtenPlaceholder } from '#contracts/redaction.ts';
import type { Detection } from './detection.ts';
import { keyOf } from './key-of.ts';
import { createPartyFinder } from './parties/find-parties.ts';
import { occurrences, squash } from './parties/squash.ts';
import { anyPlaceholder } from './placeholder-form.ts';
import type { Recogniser } from './recognisers/recogniser.ts';
import { type Spared, withoutSpared } from './recognisers/spared.ts';
import { DoubtRaised, type TimeBudget, within } from './time-budget.ts';
import { calmShouts } from './views/calm-shouts.ts';
import { captionCells } from './views/caption-cells.ts';
import { closeGaps } from './views/close-gaps.ts';
import { decodeEscapes } from './views/decode-escapes.ts';
import { decodeQuotedPrintable } from './views/decode-quoted-printable.ts';
import { foldCharacters, foldText } from './views/fold-characters.ts';
import { joinLines } from './views/join-lines.ts';
import { inInput, type View, viewOf } from './views/view.ts';
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

const deepest = 3;

/** All that must not leave of a text, with places in the text as it came. They may overlap. */
export function detect(input: string, knowledge: Knowledge, depth = 0): Detection[] {
  const view = captionCells(calmShouts(closeGaps(foldCharacters(decodeEscapes(decodeQuotedPrintable(viewOf(input)))))));
  const seen = look(view, findersOf(knowledge), knowledge.budget);
  const joined = joinLines(view);
  if (!joined) return [...seen, ...wrapped([view], knowledge, depth)];
  return [...seen, ...acrossLines(joined, { ...knowledge, input }, seen), ...wrapped([view, joined], knowledge, depth)];
}

function findersOf({ parties, fields, recognisers, spared }: Knowledge): Finder[] {
  return [
    { name: 'written placeholders', weight: 13, find: writtenPlaceholders },
    { name: 'typed fields', weight: 12, find: (text) => fieldsIn(text, fields) },
    { name: 'known parties', weight: 10, find: createPartyFinder(parties) },
    ...recognisers.map((one) => sparing(one, spared)),
  ];
}

function sparing(recogniser: Recogniser, spared: Spared): Recogniser {
  if (!recogniser.sparesReferences) return recogniser;
  return { ...recogniser, find: (text) => recogniser.find(withoutSpared(text, spared)) };
}

function look(view: View, finders: readonly Finder[], budget: TimeBudget): Detection[] {
  const units = view.text.length;
  return finders.flatMap(({ name, weight, find }) => {
    const seen = within({ budget, name, units }, () => find(view.text));
    return Array.from(seen, (one) => toDetection(view, one, weight)).filter(({ start, end }) => start < end);
  });
}

function toDetection(view: View, seen: Seen, weight: number): Detection {
  const written = view.text.slice(seen.start, seen.end);
  const key = seen.key ?? keyOf(seen.type, written);
  return { type: seen.type, ...inInput(view, seen), weight, key, value: seen.value ?? '' };
}

function* writtenPlaceholders(text: string): Generator<Seen> {
  for (const match of text.matchAll(anyPlaceholder)) {
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

function* fieldsIn(text: string, fields: readonly TypedField[]): Generator<Seen> {
  if (fields.length === 0) return;
  const squashed = squash(text);
  for (const { type, value } of fields) {
    const needle = squash(foldText(value)).text;
    if (needle === '') continue;
    for (const place of occurrences(text, squashed, needle)) yield { type, ...place, key: keyOf(type, value), value };
  }
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
  { recognisers, spared, budget, input }: Knowledge & { input: string },
  seen: readonly Detection[],
): Detection[] {
  const found = look(
    joined,
    recognisers.filter(({ staysOnLine }) => !staysOnLine).map((one) => sparing(one, spared)),
    budget,
  );
  const certain = seen.filter(({ weight }) => weight > 0);
  const isNew = (one: Detection) => certain.every((other) => goesBeyond(one, other));
  const isCut = ({ start, end }: Detection) => cutInTwo.test(input.slice(start, end));
  return found.filter((one) => isNew(one) && (one.weight > 0 || isCut(one)));
}

/** So much of what stands before base64 says what is in it. */
const wordsBefore = 48;

/** What stands inside base64 takes the whole of it away. */
function wrapped(views: readonly View[], knowledge: Knowledge, depth: number): Detection[] {
  return views.flatMap((one) =>
    Array.from(unwrap(one.text)).flatMap(({ text, ...range }) => {
      if (depth + 1 > deepest) throw new DoubtRaised(tooDeep);
      const said = one.text.slice(Math.max(0, range.start - wordsBefore), range.start);
      const inside = detect(said + text, knowledge, depth + 1).find(({ end }) => end > said.length);
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
