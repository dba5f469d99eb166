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

/** Restarts the worker and the API when a source file changes; changes during a restart lead to one more. */
export function reloadOnChange(programs: Supervisor, say: PrintLine): { close(): void } {
  let running: Promise<void> = Promise.resolve();
  let waiting = false;
  return watchSources({
    root: repositoryRoot,
    folders,
    changed: (file) => {
      if (waiting) return;
      waiting = true;
      running = running.then(async () => {
        waiting = false;
        say(`${file} changed; worker and API start again`);
        generateIndexes(repositoryRoot);
        await Promise.all([programs.restart('worker'), programs.restart('api')]);
      });
    },
  });
}
