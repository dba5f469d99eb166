import { actOnApproval } from '../act-on-approval.ts';
import type { Cli } from '../cli.ts';

/** `comment ID TEXT`: says something about a task to whoever else looks at it. */
export function comment(cli: Cli): void {
  cli.program
    .command('comment')
    .description('say something about an open task to whoever else looks at it')
    .argument('<id>')
    .argument('<text>')
    .action((id: string, text: string) =>
      actOnApproval(cli, id, { path: 'comments', body: { text }, said: 'commented' }),
    );
}
