import type { z } from 'zod';
import type { ErrorPlace } from '../errors.ts';

const mostShown = 20;

/** What is wrong where, as JSON pointers under the given one; an unknown field is named itself. */
export function placesOf(error: z.ZodError, under = ''): ErrorPlace[] {
  return error.issues.flatMap((issue) => placesOfIssue(issue, under)).slice(0, mostShown);
}

function placesOfIssue(issue: z.core.$ZodIssue, under: string): ErrorPlace[] {
  const pointer = under + issue.path.map((key) => `/${escapeKey(String(key))}`).join('');
  if (issue.code !== 'unrecognized_keys') return [{ pointer, detail: detailOf(issue) }];
  return issue.keys.map((key) => ({ pointer: `${pointer}/${escapeKey(key)}`, detail: 'there is no such field here' }));
}

function detailOf(issue: z.core.$ZodIssue): string {
  if (isMissing(issue)) return 'is missing';
  return isNoneOfList(issue) ? `must be one of ${issue.values.map(String).join(', ')}` : issue.message;
}

/** Where the schema has no words of its own for it. */
function isNoneOfList(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueInvalidValue {
  return issue.code === 'invalid_value' && issue.message.startsWith('Invalid option');
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The places in one sentence. */
export function sayPlaces(places: readonly ErrorPlace[]): string {
  return places.map(({ pointer, detail }) => `${pointer || 'the whole'}: ${detail}`).join('; ');
}
