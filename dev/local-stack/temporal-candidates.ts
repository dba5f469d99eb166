import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const answerWithinMs = 10_000;

export const temporalProgram = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

export function foldersOf(searchPath: string): string[] {
  return searchPath.split(delimiter).filter(Boolean);
}

/** The first file of that name on PATH that may be run. */
export async function findOnPath(program: string, searchPath: string): Promise<string | undefined> {
  for (const folder of foldersOf(searchPath)) {
    const file = join(folder, program);
    if (await mayRun(file)) return file;
  }
  return undefined;
}

/** Whether the file is a Temporal CLI that works on this machine: it is asked for its version. */
export async function isTemporal(file: string): Promise<boolean> {
  if (!(await mayRun(file))) return false;
  try {
    const { stdout } = await run(file, ['--version'], { timeout: answerWithinMs });
    return /temporal version/i.test(stdout);
  } catch {
    return false;
  }
}

async function mayRun(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
