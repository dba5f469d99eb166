import { ApprovalDetail, ApprovalList } from '#contracts/http/approval.ts';
import type { Cli } from '../cli.ts';
import { findRejectedDraft } from '../find-rejected-draft.ts';
import { queryOf } from '../query-of.ts';
import { sayApproval, sayApprovalItem, sayDamagedTask } from '../say-approval.ts';
import { approvalAttachment } from './approval-attachment.ts';
import { approvalStats } from './approval-stats.ts';

interface ListOptions {
  all?: boolean;
  state: string;
  run?: string;
  sort?: string;
  limit?: string;
  cursor?: string;
}

/** `approvals` and `approvals show ID`: what waits for a person. */
export function approvals(cli: Cli): void {
  const group = cli.program.command('approvals').description('what waits for a person');

  group
    .command('list', { isDefault: true })
    .description('tasks you may decide on')
    .option('--all', 'every task you may see, whoever may decide on it')
    .option('--state <state>', 'open, approved, edited, rejected, clarified, taken-over, expired or withdrawn', 'open')
    .option('--run <run>', 'only of this run')
    .option('--sort <order>', 'newest or urgency; newest first otherwise')
    .option('--limit <number>', 'how many, 1 to 200')
    .option('--cursor <next>', 'the next page')
    .action(async ({ all, ...options }: ListOptions) => {
      const query = queryOf({ ...options, ...(all ? {} : { mine: 'true' }) });
      const list = await cli.client().get(`/api/approvals${query}`, ApprovalList);
      if (cli.isForPrograms()) return cli.terminal.give(list);
      for (const item of list.items) sayApprovalItem(cli.terminal, item);
      for (const task of list.damaged) sayDamagedTask(cli.terminal, task);
      if (list.items.length + list.damaged.length === 0)
        cli.terminal.say(nothingFound({ all: all === true, state: options.state }));
      if (list.next !== null) cli.terminal.say(`More: --cursor ${list.next}`);
    });

  group
    .command('show')
    .description('one task: what will be done, and what it was made from')
    .argument('<id>')
    .action(async (id: string) => {
      const client = cli.client();
      const task = await client.get(`/api/approvals/${encodeURIComponent(id)}`, ApprovalDetail);
      if (cli.isForPrograms()) return cli.terminal.give(task);
      sayApproval(cli.terminal, { task, rejected: await findRejectedDraft(client, task) });
    });

  approvalAttachment(cli, group);
  approvalStats(cli, group);
}

function nothingFound({ all, state }: { all: boolean; state: string }): string {
  if (all) return `No task is ${state}.`;
  const nothing =
    state === 'open' ? 'No task waits for your decision.' : `No task that was yours to decide is ${state}.`;
  return `${nothing} --all lists those of others too.`;
}
