import { Client } from 'pg';
import type { Log } from '#platform/log/index.ts';
import { reasonOf } from '#platform/log/reason-of.ts';

export interface Listener {
  close(): Promise<void>;
}

/** Calls `heard` for each notification on a channel, and once after each reconnect for what was missed. */
export async function listen(options: {
  url: string;
  channel: string;
  log: Log;
  heard: () => void;
}): Promise<Listener> {
  let closed = false;
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: options.url, keepAlive: true });
    client = next;
    next.on('notification', options.heard);
    next.on('error', () => undefined);
    next.on('end', reconnectLater);
    await next.connect();
    await next.query(`LISTEN ${next.escapeIdentifier(options.channel)}`);
    options.heard();
  };

  function reconnectLater(): void {
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      connect().catch((error: unknown) => {
        options.log.warn({ event: 'listen-reconnect-failed', reason: reasonOf(error) });
        reconnectLater();
      });
    }, 500);
  }

  await connect().catch((error: unknown) => {
    options.log.warn({ event: 'listen-connect-failed', reason: reasonOf(error) });
    reconnectLater();
  });
  return {
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
