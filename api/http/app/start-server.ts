import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '#contracts/errors.ts';
import { answerClientError } from '../problems/client-error.ts';

export interface HttpServer {
  port: number;
  /** Lets running requests end, for a while, and takes no new ones. */
  close(): Promise<void>;
}

const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
};
const lastRequestsMs = 5_000;

/** Serves an application; port 0 takes any free one. */
export async function startServer(
  app: RequestListener,
  { host, port }: { host: string; port: number },
): Promise<HttpServer> {
  const server = createServer(limits, app);
  server.on('clientError', answerClientError);
  server.listen(port, host.replace(/^\[|\]$/g, ''));
  await once(server, 'listening').catch((cause: unknown) => {
    throw new AppError(
      'config-invalid',
      `The API cannot listen on ${host}:${port}: stop what uses that port, or set BATON_PORT`,
      { cause },
    );
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), lastRequestsMs);
      await closed;
      clearTimeout(cut);
    },
  };
}
