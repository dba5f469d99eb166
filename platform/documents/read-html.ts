import { Parser } from 'htmlparser2';
import { type Block, calm, type ReadDocument, rowText } from './block.ts';

/** What is there and not read by people. */
const unread = new Set(['script', 'style', 'template', 'noscript', 'head', 'svg', 'iframe', 'object', 'nav']);
const breaking = new Set([
  ...['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'blockquote', 'pre', 'figure'],
  ...['ul', 'ol', 'dl', 'dt', 'dd', 'table', 'body', 'form', 'hr'],
]);
const heading = /^h(?<level>[1-6])$/;

/** Reads a page: headings by their elements, tables whole, nothing that a browser would not show. */
export function readHtml(text: string): ReadDocument {
  const page = new Page();
  const parser = new Parser(
    {
      onopentag: (name, { hidden, style = '' }) =>
        page.open(name, hidden !== undefined || /display\s*:\s*none/i.test(style)),
      ontext: (words) => page.say(words),
      onclosetag: (name) => page.close(name),
    },
    { decodeEntities: true },
  );
  parser.end(text);
  return { blocks: page.end() };
}

class Page {
  private readonly blocks: Block[] = [];
  private readonly unreadIn: string[] = [];
  private words = '';
  private rows: string[][] | undefined;
  private depthOfTables = 0;

  open(name: string, isHidden: boolean): void {
    if (this.unreadIn.length > 0 || unread.has(name) || isHidden) {
      if (!isVoid(name)) this.unreadIn.push(name);
      return;
    }
    if (name === 'table') this.openTable();
    else if (this.rows && name === 'tr') this.rows.push([]);
    else if (this.rows && (name === 'td' || name === 'th')) this.words = '';
    else if (name === 'br' || name === 'li') this.words += '\n';
    else if (!this.rows && (breaking.has(name) || heading.test(name))) this.flush();
  }

  say(words: string): void {
    if (this.unreadIn.length === 0) this.words += words.replace(/\s+/gu, ' ');
  }

  close(name: string): void {
    if (this.unreadIn.length > 0) {
      if (this.unreadIn.at(-1) === name) this.unreadIn.pop();
      return;
    }
    const level = heading.exec(name)?.groups?.level;
    if (name === 'table') this.closeTable();
    else if (this.rows && (name === 'td' || name === 'th')) this.endCell();
    else if (!this.rows && level !== undefined) this.flush(Number(level));
    else if (!this.rows && breaking.has(name)) this.flush();
  }

  end(): readonly Block[] {
    this.flush();
    return this.blocks;
  }

  private openTable(): void {
    this.depthOfTables += 1;
    if (this.depthOfTables > 1) return;
    this.flush();
    this.rows = [];
  }

  private closeTable(): void {
    this.depthOfTables = Math.max(0, this.depthOfTables - 1);
    if (this.depthOfTables > 0 || !this.rows) return;
    const text = this.rows
      .filter((row) => row.some(Boolean))
      .map(rowText)
      .join('\n');
    if (text !== '') this.blocks.push({ kind: 'table', text });
    this.rows = undefined;
    this.words = '';
  }

  private endCell(): void {
    this.rows?.at(-1)?.push(calm(this.words));
    this.words = '';
  }

  private flush(level?: number): void {
    const lines = this.words.split('\n').map(calm).filter(Boolean);
    this.words = '';
    if (lines.length === 0) return;
    if (level === undefined) this.blocks.push({ kind: 'words', text: lines.join('\n') });
    else this.blocks.push({ kind: 'heading', level, text: lines.join(' ') });
  }
}

function isVoid(name: string): boolean {
  return [
    'br',
    'hr',
    'img',
    'input',
    'link',
    'meta',
    'wbr',
    'source',
    'area',
    'base',
    'col',
    'embed',
    'track',
  ].includes(name);
}
