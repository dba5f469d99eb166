import { type Block, calm, type ReadDocument, rowText } from './block.ts';

const heading = /^(?<marks>#{1,6})\s+(?<words>.*?)\s*#*$/;
const fence = /^(?:```|~~~)/;
const tableRow = /^\s*\|.*\|\s*$/;
const tableRule = /^[\s|:-]+$/;

/** Reads Markdown as people write it: headings by their marks, tables whole, everything else as words. */
export function readMarkdown(text: string): ReadDocument {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let isFenced = false;
  const flush = () => {
    const block = blockOf(lines);
    if (block) blocks.push(block);
    lines = [];
  };
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    if (fence.test(line)) isFenced = !isFenced;
    const { marks, words } = (!isFenced && heading.exec(line)?.groups) || {};
    if (marks !== undefined && words !== undefined) {
      flush();
      blocks.push({ kind: 'heading', level: marks.length, text: withoutMarks(words) });
    } else if (line.trim() === '' && !isFenced) flush();
    else lines.push(line);
  }
  flush();
  return { blocks };
}

function blockOf(lines: readonly string[]): Block | undefined {
  const words = lines.filter((line) => !fence.test(line));
  if (words.length === 0) return undefined;
  if (words.every((line) => tableRow.test(line))) return { kind: 'table', text: tableText(words) };
  return { kind: 'words', text: words.map((line) => withoutMarks(line.trim())).join('\n') };
}

function tableText(lines: readonly string[]): string {
  const rows = lines.filter((line) => !tableRule.test(line));
  return rows.map((line) => rowText(line.trim().slice(1, -1).split('|').map(withoutMarks))).join('\n');
}

/** Emphasis and links as the words that people read. */
function withoutMarks(text: string): string {
  return calm(
    text
      .replace(/!?\[(?<words>[^\]]*)\]\((?<address>[^)\s]*)[^)]*\)/g, '$<words>')
      .replace(/(?<!\w)(?<mark>\*\*|__|\*|_|`)(?<words>\S(?:.*?\S)?)\k<mark>(?!\w)/g, '$<words>'),
  );
}
