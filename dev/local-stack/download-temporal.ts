import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { temporalVersion } from './temporal-version.ts';

const run = promisify(execFile);
const firstByteWithinMs = 5000;
const stalledAfterMs = 30_000;

/** Fetches the official CLI into the folder; given up when no byte has come after 5 s. */
export async function downloadTemporal(folder: string): Promise<void> {
  const archive = join(folder, 'temporal.tar.gz');
  await fetchTo(archive, archiveAddress());
  await run('tar', ['-xzf', archive, '-C', folder]);
}

export function archiveAddress(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  return `https://temporal.download/cli/archive/v${temporalVersion}?platform=${platform}&arch=${arch}`;
}

export async function fetchTo(file: string, address: string): Promise<void> {
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(new Error('no answer within 5 s')), firstByteWithinMs);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(new Error('the download stalled')), stalledAfterMs);
  };
  try {
    const response = await fetch(address, { signal: stalled.signal });
    if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`);
    const body = Readable.fromWeb(response.body);
    body.on('data', heard);
    await pipeline(body, createWriteStream(file), { signal: stalled.signal });
  } finally {
    clearTimeout(timer);
  }
}
