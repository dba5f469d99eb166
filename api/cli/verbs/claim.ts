import { actOnApproval } from '../act-on-approval.ts';
import type { Cli } from '../cli.ts';

/** `claim ID`: takes a task, so that nobody else decides on it meanwhile. */
export function claim(cli: Cli): void {
  cli.program
    .command('claim')
    .description('take a task, so that nobody else decides on it meanwhile')
    .argument('<id>')
    .action((id: string) =>
      actOnApproval(cli, id, { path: 'claim', body: {}, said: 'yours until you decide or release it' }),
    );
}
