import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type HttpListener, listenHttp } from '#dev/http-listener.ts';
import { createManners, type JsonAnswer, type Manner, type Manners, sendMannerly } from '../manners.ts';
import { createKeys } from './keys.ts';
import { createLedgerOfPayments, type PaymentsAtStripe } from './payments.ts';
import { problem } from './problem.ts';

export interface FakeStripe extends HttpListener {
  apiKey: string;
  payments: PaymentsAtStripe;
  manners: Manners;
  /** A day passes: what stood under a key is not known any more. */
  forgetKeys(): void;
  /** What was asked, such as `POST /v1/refunds`, in order. */
  asked: string[];
}

/** Refunds as the documents of Stripe describe them, on loopback; docs/stripe.md says which. */
export async function openFakeStripe(): Promise<FakeStripe> {
  const apiKey = 'sk_test_fake';
  const payments = createLedgerOfPayments();
  const keys = createKeys();
  const manners = createManners();
  const asked: string[] = [];

  async function answer(request: IncomingMessage): Promise<{ said: JsonAnswer; manner: Manner | undefined }> {
    const { method = '', url = '', headers } = request;
    asked.push(`${method} ${url}`);
    const form = new URLSearchParams(await text(request));
    if (headers.authorization !== `Bearer ${apiKey}`)
      return { said: problem(401, { message: 'Invalid API Key provided' }), manner: undefined };
    const manner = manners.takeFor(request);
    if (manner?.kind === 'rate-limited') return { said: rateLimited(manner.retryAfter), manner };
    const said = await keys.once({ key: headers['idempotency-key'], method, url, form }, async () => {
      if (manner?.kind === 'error-before-write') return serverError;
      const done = payments.answer({ method, url: new URL(url, 'http://stripe'), form });
      return manner?.kind === 'error-after-write' ? serverError : done;
    });
    return { said, manner };
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await sendMannerly({ request, response }, { ...(await answer(request)), failure: serverError });
  }

  const listener = await listenHttp((request, response) => void respond(request, response), {
    name: 'fake of Stripe',
    port: 0,
  });
  return { ...listener, apiKey, payments, manners, forgetKeys: keys.forget, asked };
}

const serverError = problem(500, { type: 'api_error', message: 'An unknown error occurred' });

function rateLimited(retryAfter: number): JsonAnswer {
  const said = problem(429, { code: 'rate_limit', message: 'Request rate limit exceeded.' });
  return { ...said, headers: { 'retry-after': String(retryAfter), 'stripe-rate-limited-reason': 'global-rate' } };
}
