import type { DecisionRequest } from '#contracts/approval.ts';
import { ApprovalDetail } from '#contracts/http/approval.ts';
import type { Cli } from './cli.ts';
import { sayAction } from './say-approval.ts';

/** Loads a task, decides on exactly what was loaded or pinned, and says what became of it. */
export async function decide(
  cli: Cli,
  id: string,
  decision: Omit<DecisionRequest, 'digest'> & { digest?: string | undefined },
): Promise<void> {
  const client = cli.client();
  const path = `/api/approvals/${encodeURIComponent(id)}`;
  const shown = await client.get(path, ApprovalDetail);
  const request = { ...decision, digest: decision.digest ?? shown.digest };
  const decided = await client.post(`${path}/decision`, request, ApprovalDetail);
  if (cli.isForPrograms()) return cli.terminal.give(decided);
  const { say } = cli.terminal;
  say(
    `${decided.id}: ${decided.state} by ${decided.decision?.by ?? 'nobody'} (digest ${decided.decision?.digest ?? decided.digest})`,
  );
  if (decided.state === 'rejected') return say('Nothing is sent.');
  say();
  sayAction(cli.terminal, decided.decision?.action ?? decided.action);
}
