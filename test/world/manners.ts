import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What a vendor's server does besides what its documents promise, with one request each. */
export type Manner =
  /** Too many requests; come again after so many seconds. */
  | { kind: 'rate-limited'; retryAfter: number }
  /** Does it, and says that something went wrong. */
  | { kind: 'error-after-write' }
  /** Says that something went wrong before anything was done. */
  | { kind: 'error-before-write' }
  /** Does it, and hangs up instead of answering. */
  | { kind: 'hang-up-after-write' }
  /** Does it, and answers when nobody waits any more. */
  | { kind: 'slow'; ms: number }
  /** Does it, and answers that all is well, with an error. */
  | { kind: 'error-in-200' };

export interface ManneredRequest {
  method: string;
  /** What its path ends with; any, where nothing is said. */
  path?: string;
}

/** Decides by the requests that come in, one after another, how each is treated. */
export interface Manners {
  /** The next requests that match are treated so, one each. */
  next(manner: Manner, to?: ManneredRequest): void;
  takeFor(request: IncomingMessage): Manner | undefined;
}

export function createManners(): Manners {
  const waiting: { manner: Manner; to: ManneredRequest }[] = [];
  return {
    next: (manner, to = { method: 'POST' }) => void waiting.push({ manner, to }),
    takeFor: ({ method, url = '' }) => {
      const index = waiting.findIndex(({ to }) => to.method === method && url.endsWith(to.path ?? ''));
      return index < 0 ? undefined : waiting.splice(index, 1)[0]?.manner;
    },
  };
}

export interface JsonAnswer {
  status: number;
  body: object;
  headers?: Readonly<Record<string, string>>;
}

function sendJson(response: ServerResponse, { status, body, headers = {} }: JsonAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

export interface MannerlyAnswer {
  said: JsonAnswer;
  manner: Manner | undefined;
  /** What the vendor says where something went wrong. */
  failure: JsonAnswer;
}

/** Gives an answer as its manner has it. */
export async function sendMannerly(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  { said, manner, failure }: MannerlyAnswer,
): Promise<void> {
  switch (manner?.kind) {
    case 'hang-up-after-write':
      request.socket.destroy();
      return;
    case 'slow':
      await Promise.race([pause(manner.ms), once(response, 'close')]);
      sendJson(response, said);
      return;
    case 'error-in-200':
      sendJson(response, { status: 200, body: failure.body });
      return;
    default:
      sendJson(response, said);
  }
}
