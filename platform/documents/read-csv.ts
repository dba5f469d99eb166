import { CsvError, parse } from 'csv-parse/sync';
import { type Block, calm, type ReadDocument, Unreadable } from './block.ts';

/** Reads a table in which each row says by itself what it says: `column: value` for every cell that holds something. */
export function readCsv(text: string): ReadDocument {
  const [columns = [], ...rows] = rowsOf(text);
  if (columns.length === 0 || rows.length === 0)
    throw new Unreadable('it has no row under its first line, which names the columns');
  const blocks = rows.flatMap((row): Block[] => {
    const cells = row.flatMap((cell, index) =>
      calm(cell) === '' ? [] : [`${calm(columns[index] ?? '')}: ${calm(cell)}`],
    );
    return cells.length === 0 ? [] : [{ kind: 'words', text: cells.join('; ') }];
  });
  return { blocks };
}

function rowsOf(text: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter: delimiterOf(text), skip_empty_lines: true });
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable(`it is no CSV that can be read: ${error.message}`);
    throw error;
  }
}

/** Spreadsheets of some countries put semicolons between cells. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counted.toSorted((left, right) => right.count - left.count)[0]?.mark ?? ',';
}
