import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';

export type History = ReturnType<typeof historyFromJSON>;

const ending = '.json';

/** Names of the recorded histories: process, then the point it had reached. */
export function listHistories(): string[] {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(ending));
  return files.map((file) => file.slice(0, -ending.length)).toSorted();
}

export function readHistory(name: string): History {
  return historyFromJSON(JSON.parse(readFileSync(fileOf(name), 'utf8')));
}

/** Keeps what a replay needs, and nothing of the machine it was recorded on. */
export function writeHistory(name: string, history: History): void {
  const content: unknown = JSON.parse(historyToJSON(history), withoutMachine);
  writeFileSync(fileOf(name), `${JSON.stringify(content, undefined, 1)}\n`);
}

/** Every text in a recorded history, payloads included. */
export function textsIn(name: string): string[] {
  const texts: string[] = [];
  JSON.parse(readFileSync(fileOf(name), 'utf8'), (key, value: unknown) => {
    if (typeof value === 'string') texts.push(key === 'data' || key === 'encoding' ? fromBase64(value) : value);
    return value;
  });
  return texts;
}

/** Workers are called `process@machine`, and so are the queues they alone take from. */
const workerName = /^\d+@.+$/;

function withoutMachine(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return key === 'data' ? withoutStack(value) : value.replace(workerName, 'recorder');
}

function fromBase64(data: string): string {
  return Buffer.from(data, 'base64').toString('utf8');
}

/** Failures travel as payloads: a message, and a stack that names files. */
function withoutStack(data: string): string {
  const text = fromBase64(data);
  if (!text.includes('"stack_trace"')) return data;
  const kept = JSON.stringify({ ...JSON.parse(text), stack_trace: '' });
  return Buffer.from(kept).toString('base64');
}

function fileOf(name: string): string {
  return join(import.meta.dirname, `${name}${ending}`);
}
