import { RunAnswer } from '#contracts/http/run.ts';
import type { Cli } from '../cli.ts';

/** `retry RUN --reason WHY`: gives a run that is over another execution. */
export function retry(cli: Cli): void {
  cli.program
    .command('retry')
    .description('give a run that is over another execution, which reuses what is finished')
    .argument('<run>')
    .requiredOption('--reason <why>', 'required; goes into the ledger, so name no customer')
    .option('--from <step>', 'do this step again, with all that follows it')
    .action(async (run: string, { reason, from }: { reason: string; from?: string }) => {
      const body = { reason, ...(from === undefined ? {} : { from }) };
      const answer = await cli.client().post(`/api/runs/${encodeURIComponent(run)}/retry`, body, RunAnswer);
      if (cli.isForPrograms()) cli.terminal.give(answer);
      else cli.terminal.say(`${answer.run.id} (${answer.run.process}): ${answer.run.status}`);
    });
}
