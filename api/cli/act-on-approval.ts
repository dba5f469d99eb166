import { ApprovalDetail } from '#contracts/http/approval.ts';
import type { Cli } from './cli.ts';

export interface Act {
  /** The last part of its address. */
  path: 'claim' | 'release' | 'reassign' | 'comments';
  body: Readonly<Record<string, string>>;
  /** What to tell of it. */
  said: string;
}

/** Does something with a task besides deciding on it, and says so. */
export async function actOnApproval(cli: Cli, id: string, { path, body, said }: Act): Promise<void> {
  const task = await cli.client().post(`/api/approvals/${encodeURIComponent(id)}/${path}`, body, ApprovalDetail);
  if (cli.isForPrograms()) cli.terminal.give(task);
  else cli.terminal.say(`${task.id}: ${said}`);
}
