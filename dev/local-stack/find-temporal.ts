import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildTemporal } from './build-temporal.ts';
import { downloadTemporal } from './download-temporal.ts';
import { MachineError } from './machine-error.ts';
import { withProgress } from './progress.ts';
import { findOnPath, isTemporal, temporalProgram } from './temporal-candidates.ts';
import { temporalVersion } from './temporal-version.ts';

export interface TemporalSearch {
  /** TEMPORAL_CLI: named by hand, so it has to work. */
  temporalCli?: string;
  searchPath: string;
  home: string;
  cacheFolder: string;
  /** What a build runs in. */
  environment: NodeJS.ProcessEnv;
  /** Ends a download or build early. */
  signal?: AbortSignal;
  say(line: string): void;
}

/** The Temporal CLI that the local stack runs: the first that answers, else one that is fetched or built once. */
export async function findTemporal(search: TemporalSearch): Promise<string> {
  if (search.temporalCli) return insistOn(search.temporalCli);
  const cached = join(search.cacheFolder, `temporal-${temporalVersion}`, temporalProgram);
  const candidates = [
    await findOnPath(temporalProgram, search.searchPath),
    cached,
    join(search.home, 'bin', temporalProgram),
  ];
  for (const file of candidates) if (file && (await isTemporal(file))) return file;
  await obtain(search, cached);
  return cached;
}

async function insistOn(file: string): Promise<string> {
  if (await isTemporal(file)) return file;
  throw new MachineError(
    `TEMPORAL_CLI is "${file}", which is no Temporal CLI that runs on this machine: name another, or remove it`,
  );
}

async function obtain(search: TemporalSearch, cached: string): Promise<void> {
  const reasons = [await tryToObtain(cached, (folder) => download(search, folder))];
  if (reasons[0] !== undefined) {
    search.say(`the Temporal CLI cannot be downloaded (${reasons[0]}); building it from source instead`);
    reasons.push(await tryToObtain(cached, (folder) => build(search, folder)));
  }
  const failure = reasons.at(-1);
  if (failure === undefined) return;
  throw new MachineError(
    `No Temporal CLI was found, downloaded (${reasons[0]}) or built (${failure}). Install it (https://docs.temporal.io/cli) or Go, set TEMPORAL_CLI, or set TEMPORAL_ADDRESS to a running server.`,
  );
}

/** Works beside the cache and moves the finished program in: two clones may do it at once. Returns why it failed. */
async function tryToObtain(cached: string, work: (folder: string) => Promise<void>): Promise<string | undefined> {
  const cacheFolder = join(cached, '../..');
  await mkdir(join(cached, '..'), { recursive: true });
  const folder = await mkdtemp(join(cacheFolder, 'unfinished-'));
  try {
    await work(folder);
    const program = join(folder, temporalProgram);
    if (!existsSync(program) || !(await isTemporal(program))) return 'what came does not run on this machine';
    await rename(program, cached);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function download({ say }: TemporalSearch, folder: string): Promise<void> {
  const doing = `downloading the Temporal CLI ${temporalVersion}`;
  return withProgress({ doing, usually: 'half a minute, once', say }, () => downloadTemporal(folder));
}

async function build({ searchPath, environment, signal, say }: TemporalSearch, folder: string): Promise<void> {
  const go = await findOnPath(process.platform === 'win32' ? 'go.exe' : 'go', searchPath);
  if (!go) throw new Error('Go is not installed');
  const doing = `building the Temporal CLI ${temporalVersion} with Go`;
  await withProgress({ doing, usually: 'two to three minutes, once', say }, () =>
    buildTemporal({ go, folder, environment, signal }),
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
