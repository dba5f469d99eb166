import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A provider that takes calls under one key, and hands them on to a model. */
export interface KeyGate {
  url: string;
  /** From now on; what is being answered already is answered. */
  takes(key: string): void;
  /** How many calls came with another key. */
  refused(): number;
  close(): Promise<void>;
}

const json = { 'content-type': 'application/json' };

export async function openKeyGate(modelUrl: string, first: string): Promise<KeyGate> {
  let key = first;
  let refused = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    if (request.headers.authorization !== `Bearer ${key}`) {
      refused += 1;
      response.writeHead(401, json).end(JSON.stringify({ error: { message: 'Incorrect API key provided.' } }));
      return;
    }
    const answered = await fetch(`${modelUrl}${request.url}`, { method: 'POST', headers: json, body });
    response.writeHead(answered.status, json).end(await answered.text());
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    takes: (next) => {
      key = next;
    },
    refused: () => refused,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
