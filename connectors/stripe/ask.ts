import type { z } from 'zod';
import { type Fetch, ofConnection } from '#platform/egress/index.ts';
import { StripeProblem } from './objects.ts';
import { type Problem, problemOf } from './problems.ts';

export interface StripeAccount {
  /** Such as `https://api.stripe.com/v1`. */
  baseUrl: string;
  apiKey: string;
}

export interface StripeRequest {
  path: string;
  /** What is posted; absent where something is only read. */
  form?: Readonly<Record<string, string>>;
  /** Ours, under which Stripe does what is posted once. */
  key?: string;
  timeoutMs: number;
}

export type StripeAnswer<Object> = { kind: 'object'; object: Object } | Problem;

export type AskStripe = <Schema extends z.ZodType>(
  schema: Schema,
  request: StripeRequest,
) => Promise<StripeAnswer<z.output<Schema>>>;

/** The version that the objects are read by; Stripe answers in another one to whoever names none. */
const version = '2025-06-30.basil';

/** Asks once: whether it is asked again is for the step to say. */
export function createAskStripe({ baseUrl, apiKey }: StripeAccount, fetch: Fetch): AskStripe {
  return async (schema, { path, form, key, timeoutMs }) => {
    const headers = {
      authorization: `Bearer ${apiKey}`,
      'stripe-version': version,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    const asked = form === undefined ? { method: 'GET' } : { method: 'POST', body: new URLSearchParams(form) };
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(`${baseUrl}${path}`, { ...asked, headers, signal });
      return readAnswer(schema, response, await response.text());
    } catch (error) {
      return ofConnection(error);
    }
  };
}

function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  response: Response,
  text: string,
): StripeAnswer<z.output<Schema>> {
  const body = parse(text);
  const read = response.ok ? schema.safeParse(body) : undefined;
  if (read?.success) return { kind: 'object', object: read.data };
  return problemOf(response, StripeProblem.safeParse(body).data?.error);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
