import { buildConsole } from '#dev/prepare/build-console.ts';
import { generateIndexes } from '#dev/prepare/generate-indexes.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import type { PrintLine } from './print-line.ts';
import type { Supervisor } from './supervisor.ts';
import { watchSources } from './watch-sources.ts';

const folders = [
  'workflows',
  'activities',
  'connectors',
  'governance',
  'store',
  'contracts',
  'registry',
  'platform',
  'worker',
  'api',
];

/** Restarts the worker and the API when a source file changes, and builds the console when one of its own does. */
export function reloadOnChange(programs: Supervisor, say: PrintLine): { close(): void } {
  const restart = async (file: string) => {
    say(`${file} changed; worker and API start again`);
    generateIndexes(repositoryRoot);
    await Promise.all([programs.restart('worker'), programs.restart('api')]);
  };
  const rebuild = async (file: string) => {
    say(`${file} changed; the console is built again`);
    await buildConsole(repositoryRoot).catch((error: unknown) => say(`The console could not be built: ${error}`));
  };
  const watches = [watchFolders(folders, restart), watchFolders(['console', 'contracts'], rebuild)];
  return {
    close: () => {
      for (const watch of watches) watch.close();
    },
  };
}

/** Changes while one is being followed lead to once more. */
function watchFolders(watched: readonly string[], follow: (file: string) => Promise<void>): { close(): void } {
  let running: Promise<void> = Promise.resolve();
  let waiting = false;
  return watchSources({
    root: repositoryRoot,
    folders: watched,
    changed: (file) => {
      if (waiting) return;
      waiting = true;
      running = running.then(async () => {
        waiting = false;
        await follow(file);
      });
    },
  });
}
