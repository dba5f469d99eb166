import type { IncomingMessage, ServerResponse } from 'node:http';

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

/** Decides by the requests that come in, one after another, how each is treated. */
export interface Manners {
  /** The next requests that match are treated so, one each. */
  next(manner: Manner, to?: { method: string }): void;
  takeFor(request: IncomingMessage): Manner | undefined;
}

export function createManners(): Manners {
  const waiting: { manner: Manner; method: string }[] = [];
  return {
    next: (manner, { method } = { method: 'POST' }) => void waiting.push({ manner, method }),
    takeFor: ({ method }) => {
      const index = waiting.findIndex((each) => each.method === method);
      return index < 0 ? undefined : waiting.splice(index, 1)[0]?.manner;
    },
  };
}

export interface JsonAnswer {
  status: number;
  body: object;
  headers?: Readonly<Record<string, string>>;
}

export function sendJson(response: ServerResponse, { status, body, headers = {} }: JsonAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
