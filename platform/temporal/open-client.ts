import { Client, type Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { connectTemporal } from './connection.ts';

export interface OpenClient {
  /** The client, connected when first asked for; a server that was away is tried again at the next call. */
  get(): Promise<Client>;
  close(): Promise<void>;
}

export function openClient(options: { address: string; namespace: string; dataConverter: DataConverter }): OpenClient {
  let connecting: Promise<Connection> | undefined;
  const connect = (): Promise<Connection> => {
    connecting ??= connectTemporal(options).catch((error: unknown) => {
      connecting = undefined;
      throw error;
    });
    return connecting;
  };
  return {
    get: async () => {
      const { namespace, dataConverter } = options;
      return new Client({ connection: await connect(), namespace, dataConverter });
    },
    close: async () => {
      const connection = await connecting?.catch(() => undefined);
      await connection?.close();
    },
  };
}
