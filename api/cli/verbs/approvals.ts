import { ApprovalDetail, ApprovalList } from '#contracts/http/approval.ts';
import type { Cli } from '../cli.ts';
import { queryOf } from '../query-of.ts';
import { sayApproval, sayApprovalItem } from '../say-approval.ts';

interface ListOptions {
  mine?: boolean;
  state: string;
  run?: string;
  limit?: string;
  cursor?: string;
}

/** `approvals` and `approvals show ID`: what waits for a person. */
export function approvals(cli: Cli): void {
  const group = cli.program.command('approvals').description('what waits for a person');

  group
    .command('list', { isDefault: true })
    .description('tasks, newest first')
    .option('--mine', 'only those you may decide on')
    .option('--state <state>', 'open, approved, edited, rejected, clarified, expired or withdrawn', 'open')
    .option('--run <run>', 'only of this run')
    .option('--limit <number>', 'how many, 1 to 200')
    .option('--cursor <next>', 'the next page')
    .action(async ({ mine, ...options }: ListOptions) => {
      const query = queryOf({ ...options, ...(mine ? { mine: 'true' } : {}) });
      const list = await cli.client().get(`/api/approvals${query}`, ApprovalList);
      if (cli.isForPrograms()) return cli.terminal.give(list);
      for (const item of list.items) sayApprovalItem(cli.terminal, item);
      if (list.items.length === 0) cli.terminal.say('No task is found.');
      if (list.next !== null) cli.terminal.say(`More: --cursor ${list.next}`);
    });

  group
    .command('show')
    .description('one task: what will be done, and what it was made from')
    .argument('<id>')
    .action(async (id: string) => {
      const task = await cli.client().get(`/api/approvals/${encodeURIComponent(id)}`, ApprovalDetail);
      if (cli.isForPrograms()) cli.terminal.give(task);
      else sayApproval(cli.terminal, task);
    });
}
