import { RunDetail } from '#contracts/http/run.ts';
import type { Cli } from '../cli.ts';
import { sayRun } from '../say-run.ts';

/** `show RUN`: tells what happened, which model saw what, and who allowed it. */
export function show(cli: Cli): void {
  cli.program
    .command('show')
    .description('tell what happened in a run, which model saw what, who allowed it')
    .argument('<run>')
    .action(async (run: string) => {
      const detail = await cli.client().get(`/api/runs/${encodeURIComponent(run)}`, RunDetail);
      if (cli.isForPrograms()) cli.terminal.give(detail);
      else sayRun(cli.terminal, detail);
    });
}
