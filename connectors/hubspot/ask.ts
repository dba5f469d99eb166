import type { z } from 'zod';
import type { OutsideAnswer } from '#contracts/ports/outside.ts';
import { type Fetch, ofConnection } from '#platform/egress/index.ts';
import { HubSpotProblem } from './objects.ts';
import { type Problem, problemOf } from './problems.ts';

export interface HubSpotAccount {
  /** Such as `https://api.hubapi.com/crm/objects/2026-03`. */
  baseUrl: string;
  /** The token of an app that is installed in one account. */
  apiKey: string;
}

export interface HubSpotRequest {
  path: string;
  /** What is posted; absent where it is read by its path. */
  body?: object;
  timeoutMs: number;
}

export type HubSpotAnswer<Object> = { kind: 'object'; object: Object } | Problem;

export type AskHubSpot = <Schema extends z.ZodType>(
  schema: Schema,
  request: HubSpotRequest,
) => Promise<HubSpotAnswer<z.output<Schema>>>;

/** Asks once: whether it is asked again is for the step to say. */
export function createAskHubSpot({ baseUrl, apiKey }: HubSpotAccount, fetch: Fetch): AskHubSpot {
  return async (schema, { path, body, timeoutMs }) => {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
    const asked = body === undefined ? { method: 'GET' } : { method: 'POST', body: JSON.stringify(body) };
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(`${baseUrl}${path}`, { ...asked, headers, signal });
      return readAnswer(schema, response, await response.text());
    } catch (error) {
      return ofConnection(error);
    }
  };
}

/** Of a question alone, which changes nothing: without an answer it is asked again. */
export function notYet(problem: Problem): Exclude<OutsideAnswer<never>, { kind: 'answered' }> {
  const { reason, words } = problem;
  return problem.kind === 'not-now' ? problem : { kind: 'not-now', reason, words };
}

function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  response: Response,
  text: string,
): HubSpotAnswer<z.output<Schema>> {
  const body = parse(text);
  const read = response.ok ? schema.safeParse(body) : undefined;
  if (read?.success) return { kind: 'object', object: read.data };
  return problemOf(response, HubSpotProblem.safeParse(body).data);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
