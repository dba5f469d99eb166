import { CancelAnswer } from '#contracts/http/run.ts';
import type { Cli } from '../cli.ts';

/** `cancel RUN --reason WHY`: ends a run. */
export function cancel(cli: Cli): void {
  cli.program
    .command('cancel')
    .description('end a run')
    .argument('<run>')
    .requiredOption('--reason <why>', 'required; goes into the ledger, so name no customer')
    .action(async (run: string, { reason }: { reason: string }) => {
      const answer = await cli.client().post(`/api/runs/${encodeURIComponent(run)}/cancel`, { reason }, CancelAnswer);
      if (cli.isForPrograms()) cli.terminal.give(answer);
      else cli.terminal.say(`${answer.run.id}: ${answer.text}`);
    });
}
