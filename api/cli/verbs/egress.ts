import { EgressAnswer } from '#contracts/http/egress.ts';
import type { Cli } from '../cli.ts';
import { sayDestination } from '../say-destination.ts';

/** `egress list`: every place outside that may be reached. */
export function egress(cli: Cli): void {
  const group = cli.program.command('egress').description('what may be reached outside');
  group
    .command('list', { isDefault: true })
    .description('every place that may be reached, for which provider or connector, and by which requests')
    .action(async () => {
      const { terminal } = cli;
      const { items } = await cli.client().get('/api/egress', EgressAnswer);
      if (cli.isForPrograms()) return terminal.give(items);
      for (const destination of items) terminal.say(sayDestination(destination));
    });
}
