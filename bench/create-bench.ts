import { createLifecycle, type Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { createLog } from '#platform/log/index.ts';

export interface BenchParts<Options> {
  readOptions(words: readonly string[]): Options | { problem: string };
  /** What it measures with closes with the lifecycle; answers what is printed. */
  measure(lifecycle: Lifecycle, options: Options): Promise<string>;
}

/** A bench as a command: measures and prints, and ends everything it started, however it went. */
export function createBench<Options extends object>({
  readOptions,
  measure,
}: BenchParts<Options>): (words: readonly string[]) => Promise<void> {
  return async (words) => {
    const options = readOptions(words);
    if ('problem' in options) {
      console.error(options.problem);
      process.exitCode = 2;
      return;
    }
    const lifecycle = createLifecycle(createLog({ name: 'bench', level: 'warn' }));
    try {
      console.log(await measure(lifecycle, options));
    } catch (error) {
      console.error(error);
      process.exitCode = 1;
    } finally {
      await lifecycle.close('the bench is over');
    }
  };
}
