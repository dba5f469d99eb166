import type { z } from 'zod';

/** What is wrong with a value in words for whoever sent it, where its schema has none of its own. */
export function sayIssue(issue: z.core.$ZodIssue): string {
  const { message } = issue;
  if (issue.code === 'invalid_type' && message.endsWith('received undefined')) return 'is missing';
  if (issue.code === 'invalid_type' && message.startsWith('Invalid input')) return sayType(issue.expected, message);
  if (issue.code === 'invalid_value' && message.startsWith('Invalid option'))
    return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small' && message.startsWith('Too small')) return sayTooSmall(issue);
  if (issue.code === 'too_big' && message.startsWith('Too big')) return sayTooBig(issue);
  return message;
}

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
};

function sayType(expected: string, otherwise: string): string {
  const type = types[expected];
  return type === undefined ? otherwise : `must be ${type}`;
}

function sayTooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  const things = countedThings(origin);
  if (things === undefined) return `must be ${inclusive === false ? 'more than' : 'at least'} ${minimum}`;
  return Number(minimum) === 1 ? 'must not be empty' : `must have at least ${minimum} ${things}`;
}

function sayTooBig({ origin, maximum, inclusive }: z.core.$ZodIssueTooBig): string {
  const things = countedThings(origin);
  if (things === undefined) return `must be ${inclusive === false ? 'less than' : 'at most'} ${maximum}`;
  return `must have at most ${maximum} ${things}`;
}

/** What the size of such a value counts; nothing of a number, which is its own size. */
function countedThings(origin: string): string | undefined {
  if (origin === 'string') return 'characters';
  return ['array', 'set', 'object', 'record', 'map'].includes(origin) ? 'entries' : undefined;
}
