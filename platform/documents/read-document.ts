import { Worker } from 'node:worker_threads';
import type { Block, DocumentKind } from './block.ts';

export type { Block, DocumentKind } from './block.ts';

export interface ReadingLimits {
  bytes: number;
  milliseconds: number;
  memoryMegabytes: number;
  /** What an archive may come to when it is opened. */
  inflatedBytes: number;
}

export interface DocumentToRead {
  fileName: string;
  bytes: Uint8Array;
  limits: ReadingLimits;
}

export type Reading =
  | { kind: 'read'; document: { kind: DocumentKind; blocks: readonly Block[] } }
  | { kind: 'refused'; why: string };

/** Reads a document in a thread of its own, which is ended where it takes too long or too much. */
export function readDocument({ fileName, bytes, limits }: DocumentToRead): Promise<Reading> {
  if (bytes.length > limits.bytes) return Promise.resolve(refused(tooLarge(bytes.length, limits)));
  const thread = new Worker(new URL('./reader-thread.ts', import.meta.url), {
    workerData: { fileName, bytes, limits } satisfies DocumentToRead,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes },
    env: {},
    execArgv: [],
  });
  return new Promise<Reading>((resolve) => {
    const timer = setTimeout(
      () => resolve(refused(`it was not read within ${limits.milliseconds / 1000} s`)),
      limits.milliseconds,
    );
    thread.once('message', resolve);
    thread.once('error', (error) => resolve(refused(failureOf(error))));
    thread.once('exit', () => clearTimeout(timer));
  }).finally(() => void thread.terminate());
}

function refused(why: string): Reading {
  return { kind: 'refused', why };
}

function failureOf(error: Error & { code?: string }): string {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'it takes more memory than is given to reading a document';
  return `it cannot be read: ${error.message}`;
}

function tooLarge(size: number, { bytes }: ReadingLimits): string {
  return `it has ${megabytes(size)}, and ${megabytes(bytes)} are taken at most`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
