import type { Response } from 'express';
import type { Told } from '#api/use-cases/events/stream.ts';
import type { Connection, StreamAnswer } from './route.ts';

export const eventStreamType = 'text/event-stream';

/** More that nobody took: whoever reads so slowly is cut off, and comes back when they can. */
const mostUnsentBytes = 64 * 1024;
const comeBackAfterMs = 2_000;

/** Keeps a response open and writes to it what it is told. Failures before the first byte are answered as any other. */
export async function sendEvents(
  response: Response,
  { stream }: StreamAnswer,
  isSignedIn: () => Promise<boolean>,
): Promise<void> {
  if (response.req.method === 'HEAD') return void response.set(headers).end();
  const closed = new Promise<void>((resolve) => void response.once('close', resolve));
  const leave = await stream(connectionOf(response, isSignedIn));
  void closed.then(leave);
}

export function isEventStream(response: Response): boolean {
  return String(response.getHeader('content-type')).startsWith(eventStreamType);
}

const headers = {
  'Content-Type': `${eventStreamType}; charset=utf-8`,
  'Cache-Control': 'no-store',
  // Proxies that collect an answer before they pass it on would pass on nothing.
  'X-Accel-Buffering': 'no',
};

function connectionOf(response: Response, isSignedIn: () => Promise<boolean>): Connection {
  const write = (text: string): void => {
    if (response.writableLength > mostUnsentBytes) response.destroy();
    else if (!response.writableEnded) response.write(text);
  };
  return {
    isSignedIn,
    begin: () => {
      response.set(headers);
      write(`retry: ${comeBackAfterMs}\n\n`);
    },
    tell: (told) => write(textOf(told)),
    beat: () => write(':\n\n'),
    end: () => void response.end(),
  };
}

function textOf({ place, events }: Told): string {
  return events.map((event) => `id: ${place}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}
