import { isAppError } from '#contracts/errors.ts';

/** What may be logged of an error: its code or name, and where it was thrown. Its message may repeat what a person wrote. */
export function reasonOf(error: unknown): string {
  if (isAppError(error)) return error.code;
  if (!(error instanceof Error)) return 'unexpected';
  return [nameOf(error), codeOf(error), placeOf(error)].filter(Boolean).join(' ');
}

const word = /^[\w.-]{1,60}$/;

function nameOf({ name }: Error): string {
  return word.test(name) ? name : 'Error';
}

function codeOf(error: Error): string | undefined {
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' && word.test(code) ? code : undefined;
}

/** The first line of the stack that is one: a stack begins with the message, which may pretend to be more of it. */
function placeOf({ message, stack = '' }: Error): string | undefined {
  const words = stack.indexOf(message);
  const place = /(?<=^ {4}at .*)[^\s()]+:\d+:\d+/m.exec(words < 0 ? '' : stack.slice(words + message.length));
  return place ? `at ${place[0]}` : undefined;
}
