import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export type HttpListener = { port: number; close(): Promise<void> };

/** Serves an application on loopback; port 0 takes any free one. */
export async function listenHttp(
  application: RequestListener,
  { name, port, host = '127.0.0.1' }: { name: string; port: number; host?: string | undefined },
): Promise<HttpListener> {
  const server = createServer(application);
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new Error(`The ${name} cannot listen on ${host}:${port}; stop what uses that port or choose another.`, {
      cause,
    });
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
