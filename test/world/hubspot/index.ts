import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { type HttpListener, listenHttp } from '#dev/http-listener.ts';
import { createManners, type JsonAnswer, type Manner, type Manners, sendMannerly } from '../manners.ts';
import { problem } from './problem.ts';
import { createRecordsAtHubSpot, type RecordsAtHubSpot } from './records.ts';

export interface FakeHubSpot extends HttpListener {
  apiKey: string;
  records: RecordsAtHubSpot;
  manners: Manners;
  /** From now on it is down, or back. */
  setDown(down: boolean): void;
  /** What was asked, such as `POST /crm/objects/2026-03/notes`, in order. */
  asked: string[];
}

/** The CRM as the documents of HubSpot describe it, on loopback; docs/hubspot.md says which. */
export async function openFakeHubSpot(): Promise<FakeHubSpot> {
  const apiKey = 'pat-eu1-fake';
  const records = createRecordsAtHubSpot();
  const manners = createManners();
  const asked: string[] = [];
  let isDown = false;

  function setDown(down: boolean): void {
    isDown = down;
  }

  async function answer(request: IncomingMessage): Promise<{ said: JsonAnswer; manner: Manner | undefined }> {
    const { method = '', url = '', headers } = request;
    asked.push(`${method} ${url}`);
    const body = await json(request);
    if (isDown) return { said: unavailable, manner: undefined };
    if (headers.authorization !== `Bearer ${apiKey}`) return { said: notLetIn, manner: undefined };
    const manner = manners.takeFor(request);
    if (manner?.kind === 'rate-limited') return { said: rateLimited(manner.retryAfter), manner };
    if (manner?.kind === 'error-before-write') return { said: serverError, manner };
    const done = records.answer(url, body);
    return { said: manner?.kind === 'error-after-write' ? serverError : done, manner };
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await sendMannerly({ request, response }, { ...(await answer(request)), failure: serverError });
  }

  const listener = await listenHttp((request, response) => void respond(request, response), {
    name: 'fake of HubSpot',
    port: 0,
  });
  return { ...listener, apiKey, records, manners, setDown, asked };
}

const serverError = problem(500, { category: 'INTERNAL_ERROR', message: 'There was a problem with the request.' });
const unavailable = problem(503, { category: 'SERVICE_UNAVAILABLE', message: 'The service is not available.' });
const notLetIn = problem(401, { category: 'INVALID_AUTHENTICATION', message: 'Authentication credentials not found.' });

/** It says the window of the limit, not when to come again. */
function rateLimited(seconds: number): JsonAnswer {
  const message = 'You have reached your ten_secondly_rolling limit.';
  const said = problem(429, { category: 'RATE_LIMITS', message, policyName: 'TEN_SECONDLY_ROLLING' });
  return { ...said, headers: { 'x-hubspot-ratelimit-interval-milliseconds': String(seconds * 1000) } };
}
