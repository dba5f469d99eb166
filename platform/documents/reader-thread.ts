// The thread that a document is read in; read-document.ts starts it, and ends it.
import { parentPort, workerData } from 'node:worker_threads';
import { readBytes } from './read-bytes.ts';
import type { DocumentToRead } from './read-document.ts';

parentPort?.postMessage(await readBytes(workerData as DocumentToRead));
