import type { Block } from '#platform/documents/read-document.ts';
import type { NewPassage } from '#store/knowledge.ts';

/** In characters. */
export interface PassageSizes {
  most: number;
  mostOfTable: number;
}

export interface CutText {
  /** What the passages are parts of. */
  text: string;
  passages: readonly NewPassage[];
}

interface Piece {
  start: number;
  end: number;
  headings: readonly string[];
  isTable: boolean;
}

const between = '\n\n';

/** Lays the text of a document, and cuts it at its headings; a passage is a whole part of the text, and a table stays together. */
export function cutPassages(blocks: readonly Block[], sizes: PassageSizes): CutText {
  const { text, pieces } = layText(blocks, sizes);
  const parts: Piece[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (last && belongTogether(last, piece, sizes)) last.end = piece.end;
    else parts.push({ ...piece });
  }
  const passages = parts.map(({ start, end, headings }, index) => {
    return { number: index + 1, headings, start, end, text: text.slice(start, end) };
  });
  return { text, passages };
}

function layText(blocks: readonly Block[], sizes: PassageSizes): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  let above: readonly Heading[] = [];
  let text = '';
  for (const block of blocks) {
    const words = withoutControls(block.text);
    const at = text === '' ? 0 : text.length + between.length;
    text = text === '' ? words : text + between + words;
    if (block.kind === 'heading') above = [...outer(above, block.level), { level: block.level, text: words }];
    else {
      const isTable = block.kind === 'table';
      const headings = above.map((heading) => heading.text);
      for (const { start, end } of cutLong(words, isTable ? sizes.mostOfTable : sizes.most))
        pieces.push({ start: at + start, end: at + end, headings, isTable });
    }
  }
  return { text, pieces };
}

interface Heading {
  level: number;
  text: string;
}

/** Those that a heading of this level stands under. */
function outer(above: readonly Heading[], level: number): readonly Heading[] {
  const first = above.findIndex((heading) => heading.level >= level);
  return first < 0 ? above : above.slice(0, first);
}

/** What stands under one heading, as far as it is not too long. */
function belongTogether(before: Piece, next: Piece, { most, mostOfTable }: PassageSizes): boolean {
  const isSame =
    before.headings.length === next.headings.length &&
    before.headings.every((words, at) => words === next.headings[at]);
  return isSame && next.end - before.start <= (next.isTable ? mostOfTable : most);
}

/** Pieces of a text that is too long, each up to the last line, sentence or word that fits. */
function* cutLong(text: string, most: number): Iterable<{ start: number; end: number }> {
  let start = 0;
  while (text.length - start > most) {
    const part = text.slice(start, start + most);
    const length = lastEnd(part, /\n/g) ?? lastEnd(part, /[.!?]\s/g) ?? lastEnd(part, /\s/g) ?? most;
    yield { start, end: start + part.slice(0, length).trimEnd().length };
    start += length;
  }
  if (start < text.length) yield { start, end: text.length };
}

function lastEnd(text: string, mark: RegExp): number | undefined {
  const last = [...text.matchAll(mark)].at(-1);
  return last === undefined || last.index === 0 ? undefined : last.index + last[0].length;
}

/** PostgreSQL keeps no such characters, and nobody reads them. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').trim();
}
