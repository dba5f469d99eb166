import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { repositoryRoot } from '#platform/config/index.ts';

export type RegistryEdit = { file: string; path: readonly string[]; value: unknown };

const processes = ['triage-enquiry', 'answer-order-status'] as const;

/** Durations a test can wait for. */
const quick = {
  review: '60 seconds',
  modelCall: '5 seconds',
  send: '10 seconds',
  record: '5 seconds',
  heartbeat: '2 seconds',
  retryFirst: '50 ms',
  retryLongest: '300 ms',
};

/** A copy of the registry with test durations and whatever a test changes. */
export function copyRegistry(folder: string, edits: readonly RegistryEdit[]): string {
  const copy = join(folder, 'registry');
  cpSync(join(repositoryRoot, 'registry'), copy, { recursive: true });
  const durations = processes.flatMap((process) =>
    Object.entries(quick).map(([name, value]) => ({
      file: `processes/${process}.yaml`,
      path: ['durations', name],
      value,
    })),
  );
  for (const edit of [...durations, ...edits]) applyEdit(copy, edit);
  return copy;
}

/** The same edit in both processes. */
export function inEveryProcess(path: readonly string[], value: unknown): RegistryEdit[] {
  return processes.map((process) => ({ file: `processes/${process}.yaml`, path, value }));
}

function applyEdit(folder: string, { file, path, value }: RegistryEdit): void {
  const target = join(folder, file);
  const document = parseDocument(readFileSync(target, 'utf8'));
  document.setIn([...path], value);
  writeFileSync(target, document.toString());
}
