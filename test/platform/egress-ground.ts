import { type ChannelListener, subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Agent, fetch as fetchUnguarded } from 'undici';
import { EgressRule } from '#contracts/egress.ts';
import { createEgress, type EgressOptions, listDestinations } from '#platform/egress/index.ts';

export interface Catcher {
  port: number;
  /** How many connections came, and what was asked for on them. */
  connections: number;
  requests: string[];
  answerWith(listener: RequestListener): void;
  forget(): void;
  close(): Promise<void>;
}

/** A server at both of this machine's own addresses, which counts whoever comes. */
export async function openCatcher(): Promise<Catcher> {
  let listener: RequestListener = (_request, response) => void response.end('{}');
  const catcher: Catcher = {
    port: 0,
    connections: 0,
    requests: [],
    answerWith: (next) => {
      listener = next;
    },
    forget: () => {
      catcher.connections = 0;
      catcher.requests = [];
      listener = (_request, response) => void response.end('{}');
    },
    close: async () => void (await Promise.all(servers.map(closeServer))),
  };
  const listen = async (host: string) => {
    const server = createServer((request, response) => {
      catcher.requests.push(`${request.method} ${request.url}`);
      listener(request, response);
    });
    server.on('connection', () => {
      catcher.connections += 1;
    });
    server.listen(catcher.port, host);
    await once(server, 'listening');
    catcher.port = (server.address() as AddressInfo).port;
    return server;
  };
  const servers = [await listen('127.0.0.1'), await listen('::1')];
  return catcher;
}

async function closeServer(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

/** Asks as an asset may whose entry has these lines. */
export function egressBy(rules: readonly unknown[], options: EgressOptions = {}) {
  const parsed = rules.map((rule) => EgressRule.parse(rule));
  return createEgress(listDestinations([{ asset: 'model', kind: 'provider', rules: parsed }], []), options);
}

/** What a program does that asks nobody: it follows, and connects to whatever a name leads to. */
export async function askUnguarded(url: string, init: RequestInit, addresses: readonly string[]): Promise<void> {
  const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const agent = new Agent({
    connect: { timeout: 2_000, lookup: (_name, _options, give) => give(null, found), rejectUnauthorized: false },
  });
  const { method = 'GET', body = null, headers = [] } = init;
  const sent = { method, body: body as string | null, headers: [...new Headers(headers)], dispatcher: agent };
  await fetchUnguarded(url, sent).catch(() => undefined);
  await agent.destroy();
}

/** The sockets that this process opens while something is done. */
export async function socketsOpenedBy(work: () => Promise<unknown>): Promise<number> {
  const opened = new Set<Socket>();
  const count: ChannelListener = (message) => void opened.add((message as { socket: Socket }).socket);
  subscribe('net.client.socket', count);
  await work().finally(() => unsubscribe('net.client.socket', count));
  return opened.size;
}
