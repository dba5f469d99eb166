import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { isAppError } from '#contracts/errors.ts';

export const registryFolder = join(import.meta.dirname, '../../registry');

const copies: string[] = [];

afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

/** A copy of the project's registry with some files changed, added or (with undefined) taken away. */
export function copyRegistry(
  changes: Readonly<Record<string, ((text: string) => string) | string | Uint8Array | undefined>>,
): string {
  const copy = mkdtempSync(join(tmpdir(), 'baton-registry-'));
  copies.push(copy);
  cpSync(registryFolder, copy, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(copy, file);
    if (change === undefined) rmSync(path);
    else writeFileSync(path, typeof change === 'function' ? changed(path, change) : change);
  }
  return copy;
}

function changed(path: string, change: (text: string) => string): string {
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`The change to ${path} changed nothing.`);
  return after;
}

/** The places an AppError names, as `pointer: detail`. */
export function mistakesOf(load: () => unknown): string[] {
  try {
    load();
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code !== 'registry-invalid') throw error;
    return error.places.map(({ pointer, detail }) => `${pointer}: ${detail}`);
  }
  return [];
}
