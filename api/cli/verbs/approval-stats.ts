import type { Command } from 'commander';
import { ApprovalStats } from '#contracts/http/approval-stats.ts';
import { checkTime } from '../check-time.ts';
import type { Cli } from '../cli.ts';
import { CliFailure, wrongUse } from '../cli-failure.ts';
import { queryOf } from '../query-of.ts';
import { isStatsGrouping, sayApprovalStats, statsGroupings } from '../say-approval-stats.ts';

interface StatsOptions {
  process?: string;
  point?: string;
  person?: string;
  from?: string;
  to?: string;
  by: string;
}

/** `approvals stats`: how approvals go. */
export function approvalStats(cli: Cli, group: Command): void {
  group
    .command('stats')
    .description('how many were opened, how they ended, and how long it took')
    .option('--process <name>', 'only of this process')
    .option('--point <name>', 'only at this point')
    .option('--person <id>', 'only what this person decided')
    .option('--from <time>', 'opened at or after, such as 2026-01-31 or 2026-01-31T09:00:00Z')
    .option('--to <time>', 'opened before, written the same way')
    .option('--by <what>', `one line for each: ${statsGroupings.join(', ')}`, 'process')
    .action(async ({ by, ...filters }: StatsOptions) => {
      if (!isStatsGrouping(by))
        throw new CliFailure(`--by takes ${statsGroupings.join(', ')}, not ${by}`, { exit: wrongUse });
      for (const name of ['from', 'to'] as const) checkTime(`--${name}`, filters[name]);
      const stats = await cli.client().get(`/api/approvals/stats${queryOf({ ...filters })}`, ApprovalStats);
      if (cli.isForPrograms()) return cli.terminal.give(stats);
      sayApprovalStats(cli.terminal, stats, by);
    });
}
