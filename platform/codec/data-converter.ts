import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { createPayloadCodec } from './payload-codec.ts';
import { createPayloadStorage, type PayloadStorageDeps } from './payload-storage.ts';

/** The bundle of workflow code needs this path too. */
export const failureConverterPath = fileURLToPath(new URL('./failure-converter.ts', import.meta.url));

export interface DataConverterDeps extends PayloadStorageDeps {
  /** From this size on a payload is kept outside the history. */
  thresholdBytes?: number;
}

/** One set of options for client and worker alike. */
export function createDataConverter({ keys, payloads, thresholdBytes = 64 * 1024 }: DataConverterDeps): DataConverter {
  return {
    failureConverterPath,
    payloadCodecs: [createPayloadCodec({ keys })],
    externalStorage: createPayloadStorage({ keys, payloads, thresholdBytes }),
  };
}
