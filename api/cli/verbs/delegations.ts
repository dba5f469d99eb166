import { DelegationAnswer, DelegationList } from '#contracts/http/delegation.ts';
import type { Cli } from '../cli.ts';
import { queryOf } from '../query-of.ts';
import { sayDelegation } from '../say-delegation.ts';

/** `delegations` and `delegations end ID`: who acts for whom. */
export function delegations(cli: Cli): void {
  const group = cli.program.command('delegations').description('who acts for whom');

  group
    .command('list', { isDefault: true })
    .description('delegations to you and from you, newest first; all of them for team leads and operators')
    .option('--limit <number>', 'how many, 1 to 200')
    .option('--cursor <next>', 'the next page')
    .action(async (options: Record<string, string>) => {
      const list = await cli.client().get(`/api/delegations${queryOf(options)}`, DelegationList);
      if (cli.isForPrograms()) return cli.terminal.give(list);
      for (const item of list.items) sayDelegation(cli.terminal, item);
      if (list.items.length === 0) cli.terminal.say('Nobody acts for you, and you act for nobody.');
      if (list.next !== null) cli.terminal.say(`More: --cursor ${list.next}`);
    });

  group
    .command('end')
    .description('end a delegation before its time')
    .argument('<id>')
    .action(async (id: string) => {
      const answer = await cli.client().post(`/api/delegations/${encodeURIComponent(id)}/end`, {}, DelegationAnswer);
      if (cli.isForPrograms()) cli.terminal.give(answer);
      else sayDelegation(cli.terminal, answer.delegation);
    });
}
