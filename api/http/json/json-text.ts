import { AppError } from '#contracts/errors.ts';

/** A JSON text being read from left to right. */
export interface JsonText {
  readonly source: string;
  at: number;
}

/** Blanks as JSON knows them, and no others. */
export function skipBlanks(text: JsonText): void {
  while (' \t\n\r'.includes(text.source[text.at] ?? 'x')) text.at += 1;
}

export function refuse(text: JsonText, problem: string): AppError {
  const before = text.source.slice(0, text.at).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  return new AppError('json-invalid', `Line ${line}, column ${column}: ${problem}`, {
    places: [{ pointer: `line ${line}, column ${column}`, detail: problem }],
    facts: { line, column, offset: text.at },
  });
}

/** One more step of a JSON pointer. */
export function below(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
