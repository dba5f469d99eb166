import { Attention, RunList, RunListStatus } from '#contracts/http/run.ts';
import { checkTime } from '../check-time.ts';
import type { Cli } from '../cli.ts';
import { queryOf } from '../query-of.ts';
import { sayRunItem } from '../say-run.ts';

/** `runs`: finds runs, newest first. */
export function runs(cli: Cli): void {
  cli.program
    .command('runs')
    .description('find runs, newest first')
    .option('--process <name>', 'only of this process')
    .option('--status <status>', `one of ${RunListStatus.options.join(', ')}`)
    .option('--q <words>', 'order number, e-mail, customer or text')
    .option('--order <number>', 'about this order, or another business number')
    .option('--subject <e-mail>', 'about this person')
    .option(
      '--waits-for <who>',
      'with an open task for this colleague or those they act for; or for role:NAME, team:NAME',
    )
    .option('--attention <kind>', `one of ${Attention.options.join(', ')}`)
    .option('--from <time>', 'accepted at or after, such as 2026-01-31 or 2026-01-31T09:00:00Z')
    .option('--to <time>', 'accepted before, written the same way')
    .option('--limit <number>', 'how many, 1 to 200')
    .option('--cursor <next>', 'the next page')
    .action(async (options: Record<string, string>) => {
      for (const name of ['from', 'to']) checkTime(`--${name}`, options[name]);
      const list = await cli.client().get(`/api/runs${queryOf(options)}`, RunList);
      if (cli.isForPrograms()) return cli.terminal.give(list);
      for (const run of list.items) sayRunItem(cli.terminal, run);
      if (list.items.length === 0) cli.terminal.say('No run is found.');
      if (list.next !== null) cli.terminal.say(`More: --cursor ${list.next}`);
    });
}
