import { existsSync, type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';

export interface SourceWatch {
  root: string;
  folders: readonly string[];
  /** Called once after a burst of changes, with one of the files. */
  changed(file: string): void;
}

const burstMs = 200;
const source = /\.(ts|tsx|yaml|md|cedar|cedarschema)$/;

/** Sees every change of a source file; generated files are not sources. */
export function watchSources({ root, folders, changed }: SourceWatch): { close(): void } {
  let burst: NodeJS.Timeout | undefined;
  const heard = (file: string) => {
    if (!source.test(file) || file.endsWith('.generated.ts')) return;
    clearTimeout(burst);
    burst = setTimeout(() => changed(file), burstMs);
  };
  const watchers = folders
    .filter((folder) => existsSync(join(root, folder)))
    .map((folder) => watchFolder(root, folder));
  return {
    close: () => {
      clearTimeout(burst);
      for (const watcher of watchers) watcher.close();
    },
  };

  function watchFolder(base: string, folder: string): FSWatcher {
    return watch(join(base, folder), { recursive: true }, (_kind, file) => heard(join(folder, file ?? '')));
  }
}
