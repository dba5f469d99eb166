import type { z } from 'zod';
import type { ErrorPlace } from '../errors.ts';
import { sayIssue } from './say-issue.ts';

const mostShown = 20;

/** What is wrong where, as JSON pointers under the given one; an unknown field is named itself. */
export function placesOf(error: z.ZodError, under = ''): ErrorPlace[] {
  return error.issues.flatMap((issue) => placesOfIssue(issue, under)).slice(0, mostShown);
}

function placesOfIssue(issue: z.core.$ZodIssue, under: string): ErrorPlace[] {
  const pointer = under + issue.path.map((key) => `/${escapeKey(String(key))}`).join('');
  if (issue.code !== 'unrecognized_keys') return [{ pointer, detail: sayIssue(issue) }];
  return issue.keys.map((key) => ({ pointer: `${pointer}/${escapeKey(key)}`, detail: 'there is no such field here' }));
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The places in one sentence. */
export function sayPlaces(places: readonly ErrorPlace[]): string {
  return places.map(({ pointer, detail }) => `${pointer || 'the whole'}: ${detail}`).join('; ');
}
