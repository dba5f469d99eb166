import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceWatch {
  root: string;
  folders: readonly string[];
  /** Called once after a burst of changes, with one of the files. */
  changed(file: string): void;
}

/** What every save changes, also one that puts a new file in the old one's place. */
type Stamps = ReadonlyMap<string, string>;

const lookEveryMs = 250;
const source = /\.(ts|tsx|css|html|yaml|md|cedar|cedarschema)$/;
const made = /(^dist\/|[.]generated[.]ts$)/;

/**
 * Sees every change of a source file; what was generated or built is no source. It compares, because what the system reports
 * about a folder and all below it loses a file on Linux once another was renamed over it, as many editors save.
 */
export function watchSources({ root, folders, changed }: SourceWatch): { close(): void } {
  let known: Stamps = readStamps(root, folders) ?? new Map();
  let burst: string | undefined;
  const look = () => {
    const current = readStamps(root, folders);
    if (!current) return;
    const file = findDifference(known, current);
    known = current;
    if (file === undefined && burst !== undefined) changed(burst);
    burst = file;
  };
  const timer = setInterval(look, lookEveryMs);
  return { close: () => clearInterval(timer) };
}

/** Nothing when a folder went away while it was read; the next look sees that. */
function readStamps(root: string, folders: readonly string[]): Stamps | undefined {
  try {
    const files = folders
      .filter((folder) => existsSync(join(root, folder)))
      .flatMap((folder) => sourcesIn(root, folder));
    return new Map(files.map((file) => [file, stampOf(join(root, file))]));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function sourcesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => source.test(file) && !made.test(file.replaceAll('\\', '/')))
    .map((file) => join(folder, file));
}

function stampOf(path: string): string {
  const { mtimeMs, ino, size } = statSync(path);
  return `${mtimeMs} ${ino} ${size}`;
}

function findDifference(before: Stamps, after: Stamps): string | undefined {
  for (const [file, stamp] of after) if (before.get(file) !== stamp) return file;
  for (const file of before.keys()) if (!after.has(file)) return file;
  return undefined;
}
