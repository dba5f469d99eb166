import { getDocumentProxy } from 'unpdf';
import { type Block, calm, type ReadDocument, Unreadable } from './block.ts';

interface Line {
  text: string;
  /** How high its letters are. */
  height: number;
  /** Where it stands on the page, from below. */
  at: number;
}

const headingAbove = 1.15;
const longestHeading = 120;
const paragraphGap = 1.8;

/** Reads the text of a PDF, page by page; lines of larger letters are headings. Nothing is read from pictures. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const document = await open(bytes);
  const pages: Line[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(linesOf(items.filter((item): item is TextItem => 'str' in item)));
  }
  const lines = pages.flat();
  if (lines.length === 0)
    throw new Unreadable('it holds no text, only pictures of it; hand in a PDF with text, or the text itself');
  const usual = usualHeight(lines);
  return { blocks: pages.flatMap((page) => blocksOf(page, usual)) };
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type TextItem = Extract<Awaited<ReturnType<Page['getTextContent']>>['items'][number], { str: string }>;

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0 });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
    if (name === 'PasswordException')
      throw new Unreadable('it is encrypted and asks for a password; hand in a copy without one');
    throw new Unreadable(`it is no PDF that can be read: ${message}`);
  }
}

function linesOf(items: readonly TextItem[]): Line[] {
  const lines: Line[] = [];
  for (const { str, height, transform } of items) {
    const at = Number(transform[5]);
    const last = lines.at(-1);
    if (last && Math.abs(last.at - at) < Math.max(last.height, height, 1) / 2) {
      last.text += str;
      last.height = Math.max(last.height, height);
    } else lines.push({ text: str, height, at });
  }
  return lines.map((line) => ({ ...line, text: calm(line.text) })).filter(({ text }) => text !== '');
}

/** The height of most letters. */
function usualHeight(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { height, text } of lines) {
    const rounded = Math.round(height * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? 0;
}

function blocksOf(lines: readonly Line[], usual: number): Block[] {
  const blocks: Block[] = [];
  let above: Line | undefined;
  for (const line of lines) {
    const isHeading = line.height > usual * headingAbove && line.text.length <= longestHeading;
    const last = blocks.at(-1);
    const goesOn = above !== undefined && above.at - line.at < line.height * paragraphGap;
    if (isHeading) blocks.push({ kind: 'heading', level: line.height > usual * 1.5 ? 1 : 2, text: line.text });
    else if (last?.kind === 'words' && goesOn) last.text = joined(last.text, line.text);
    else blocks.push({ kind: 'words', text: line.text });
    above = line;
  }
  return blocks;
}

/** A word that was parted at the end of a line is one again. */
function joined(before: string, after: string): string {
  return /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after) ? before.slice(0, -1) + after : `${before}\n${after}`;
}
