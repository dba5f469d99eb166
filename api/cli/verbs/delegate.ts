import { DelegationAnswer } from '#contracts/http/delegation.ts';
import { checkTime } from '../check-time.ts';
import type { Cli } from '../cli.ts';
import { sayDelegation } from '../say-delegation.ts';

interface DelegateOptions {
  to: string;
  from: string;
  until: string;
  for?: string;
  reason?: string;
}

/** `delegate --to NAME --from DATE --until DATE`: somebody else decides in your place for a while. */
export function delegate(cli: Cli): void {
  cli.program
    .command('delegate')
    .description('let somebody do with tasks what you may, for a while')
    .requiredOption('--to <name>', 'who acts for you')
    .requiredOption('--from <time>', 'since when, such as 2026-01-31 or 2026-01-31T09:00:00Z')
    .requiredOption('--until <time>', 'from then on no more, written the same way; a year later at most')
    .option('--for <name>', 'act for this person instead of you; for team leads and operators')
    .option('--reason <text>', 'kept in the clear, so name no customer and nothing private')
    .action(async ({ to, from: starts, until: ends, for: from, reason }: DelegateOptions) => {
      checkTime('--from', starts);
      checkTime('--until', ends);
      const request = {
        to,
        starts,
        ends,
        ...(from === undefined ? {} : { from }),
        ...(reason === undefined ? {} : { reason }),
      };
      const answer = await cli.client().post('/api/delegations', request, DelegationAnswer);
      if (cli.isForPrograms()) cli.terminal.give(answer);
      else sayDelegation(cli.terminal, answer.delegation);
    });
}
