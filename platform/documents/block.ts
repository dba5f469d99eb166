/** A piece of a document that is kept together: a heading, some words under it, or a table with its rows as lines. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'words'; text: string }
  | { kind: 'table'; text: string };

/** What was found in the bytes of a document. */
export interface ReadDocument {
  blocks: readonly Block[];
}

export type DocumentKind = 'markdown' | 'html' | 'pdf' | 'docx' | 'csv';

/** Raised by readers where nothing can be made of a document; the words are for whoever handed it in. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

/** Cells as one line of a table. */
export function rowText(cells: readonly string[]): string {
  return cells.map(calm).join(' | ');
}

/** White space as single spaces. */
export function calm(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
