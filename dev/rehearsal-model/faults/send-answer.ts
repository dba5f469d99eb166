import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'express';
import { openAiError } from '../open-ai-error.ts';
import type { Misbehaviour } from './fault.ts';
import type { FaultMode } from './fault-mode.ts';

const mebibyte = 1024 * 1024;

type Sending = (response: Response, sent: { body: string; fault: Misbehaviour }) => unknown;

/** What goes wrong on the way, whatever the answer says. */
const misbehaving: Partial<Record<FaultMode, Sending>> = {
  error: (response, { fault: { status = 500 } }) => {
    const message = 'The rehearsal model was told to fail.';
    return response.status(status).json(openAiError({ message, type: 'server_error' }));
  },
  'rate-limit': (response, { fault: { status = 429, retryAfter = 1 } }) => {
    const problem = { message: 'Too many requests, by order.', type: 'requests', code: 'rate_limit_exceeded' };
    return response.status(status).set('retry-after', String(retryAfter)).json(openAiError(problem));
  },
  'too-large': (response, { body, fault: { bytes = 10 * mebibyte } }) => sendJson(response, body + ' '.repeat(bytes)),
  'web-page': (response) => response.type('html').send('<!doctype html><title>Sign in to continue</title>'),
  'half-json': (response, { body }) => sendJson(response, halfOf(body)),
  'other-json': (response) => sendJson(response, '{"status":"ok"}'),
  'hang-up': (response, { body }) => {
    response.type('json').set('content-length', String(Buffer.byteLength(body)));
    return response.write(halfOf(body), () => response.destroy());
  },
  slow: trickle,
};

/** Sends an answer, or what becomes of it. */
export async function sendAnswer(...[response, sent]: Parameters<Sending>): Promise<void> {
  const send = misbehaving[sent.fault.mode] ?? ((to: Response, { body }: { body: string }) => sendJson(to, body));
  await send(response, sent);
}

const pieces = 50;

async function trickle(...[response, { body, fault }]: Parameters<Sending>): Promise<void> {
  const { seconds = 5 } = fault;
  const bytes = Buffer.from(body);
  const size = Math.ceil(bytes.length / pieces);
  response.type('json');
  for (let sent = 0; sent < bytes.length && !response.destroyed; sent += size) {
    response.write(bytes.subarray(sent, sent + size));
    await wait((seconds * 1000) / pieces);
  }
  response.end();
}

function sendJson(response: Response, body: string): unknown {
  return response.type('json').send(body);
}

function halfOf(body: string): string {
  return body.slice(0, body.length / 2);
}
