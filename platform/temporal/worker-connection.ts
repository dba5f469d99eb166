import { NativeConnection } from '@temporalio/worker';
import { orUnavailable } from './or-unavailable.ts';

/** For the worker, whose connection lives in the SDK's native core. */
export function connectWorker({ address }: { address: string }): Promise<NativeConnection> {
  return orUnavailable(address, () => NativeConnection.connect({ address }));
}
