import { actOnApproval } from '../act-on-approval.ts';
import type { Cli } from '../cli.ts';

/** `release ID`: gives up a claimed task. */
export function release(cli: Cli): void {
  cli.program
    .command('release')
    .description('give up a claimed task; team leads and operators may do it for others')
    .argument('<id>')
    .action((id: string) => actOnApproval(cli, id, { path: 'release', body: {}, said: 'released' }));
}
