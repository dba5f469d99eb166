import { waitOf } from '#platform/egress/index.ts';
import type { HubSpotProblem } from './objects.ts';

/** Why something asked of HubSpot came to nothing. Only `unknown` leaves open whether it was done. */
export type Problem =
  | { kind: 'refused'; status: number; reason: string; words: string }
  | { kind: 'not-now'; reason: string; words: string; retryAfterMs?: number }
  | { kind: 'unknown'; reason: string; words: string };

/** Somebody has to see to the account: a key that is wrong or may not do this. */
const notLetIn = [401, 403];
/** Too much at once, a record that is locked, an account that is being moved: none of it was begun. */
const tooBusy = [429, 423, 477];

/** Of an answer that is not what was asked for. */
export function problemOf(response: Response, problem: HubSpotProblem | undefined): Problem {
  const { status } = response;
  const words = (problem?.message ?? '').slice(0, 300);
  const reason = ['HTTP', status, problem?.category].filter(Boolean).join(' ');
  if (tooBusy.includes(status)) return { kind: 'not-now', reason, words, ...whenAgain(response, problem) };
  if (notLetIn.includes(status)) return { kind: 'not-now', reason, words };
  if (status >= 500 || status < 400 || !problem) return { kind: 'unknown', reason, words };
  if (lacksProperty(problem)) return { kind: 'not-now', reason: `${reason}: a property of ours is missing`, words };
  return { kind: 'refused', status, reason, words };
}

/** Without the properties of docs/hubspot.md nothing is found again, and so nothing is written. */
function lacksProperty({ message, errors }: HubSpotProblem): boolean {
  const codes = errors.map(({ code }) => code);
  return codes.includes('PROPERTY_DOESNT_EXIST') || message.includes('PROPERTY_DOESNT_EXIST');
}

const lockedMs = 2_000;
const dayMs = 600_000;

/** HubSpot does not always say when: then it is the window of the limit that was met. */
function whenAgain(response: Response, problem: HubSpotProblem | undefined): { retryAfterMs?: number } {
  const said = waitOf(response);
  if (said.retryAfterMs !== undefined) return said;
  if (response.status === 423) return { retryAfterMs: lockedMs };
  if (problem?.policyName === 'DAILY') return { retryAfterMs: dayMs };
  const window = Number(response.headers.get('x-hubspot-ratelimit-interval-milliseconds') ?? Number.NaN);
  return window >= 0 ? { retryAfterMs: Math.min(window, dayMs) } : {};
}
