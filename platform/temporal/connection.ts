import { Connection } from '@temporalio/client';
import { orUnavailable } from './or-unavailable.ts';

/** For starting, signalling and looking at workflows. */
export function connectTemporal({ address }: { address: string }): Promise<Connection> {
  return orUnavailable(address, () => Connection.connect({ address, connectTimeout: '5 seconds' }));
}
