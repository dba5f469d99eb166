import { AppError } from '#contracts/errors.ts';
import { type JsonText, refuse } from './json-text.ts';

const number = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;

/** Reads a number. One that would silently become another, as ids beyond 2^53 do, is refused. */
export function readNumber(text: JsonText, pointer: string): number {
  number.lastIndex = text.at;
  const match = number.exec(text.source);
  if (!match) throw refuse(text, 'a value must come here');
  text.at += match[0].length;
  const value = Number(match[0]);
  const whole = match[1] === undefined && match[2] === undefined;
  if (Number.isFinite(value) && (!whole || Number.isSafeInteger(value))) return value;
  throw new AppError(
    'input-invalid',
    `${pointer || 'The body'} is a number too large to be kept exactly: send it as a string`,
    {
      places: [{ pointer, detail: 'must lie between -(2^53 - 1) and 2^53 - 1' }],
    },
  );
}
