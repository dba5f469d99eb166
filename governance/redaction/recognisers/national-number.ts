import { stdnum } from 'stdnum';

/** Whether a number is one of its kind: length, form and check digits, as its country makes them. */
export type NumberCheck = (number: string) => boolean;

/** Throws when the program starts, where the package knows no such number. */
export function nationalNumber(country: string, name: string): NumberCheck {
  const validator = stdnum[country]?.[name];
  if (!validator) throw new TypeError(`stdnum knows no number ${name} of ${country}`);
  return (number) => withoutTraces(() => validator.validate(number).isValid);
}

/** The package throws inside itself to say no; to write down where from takes longer than all the rest. */
function withoutTraces<Result>(ask: () => Result): Result {
  const usual = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return ask();
  } finally {
    Error.stackTraceLimit = usual;
  }
}
