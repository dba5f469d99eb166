import { actOnApproval } from '../act-on-approval.ts';
import type { Cli } from '../cli.ts';

/** `reassign ID --to NAME`: gives a task to somebody else who may decide on it. */
export function reassign(cli: Cli): void {
  cli.program
    .command('reassign')
    .description('give a task to somebody else who may decide on it')
    .argument('<id>')
    .requiredOption('--to <name>', 'who has it from now on')
    .action((id: string, { to }: { to: string }) =>
      actOnApproval(cli, id, { path: 'reassign', body: { to }, said: `claimed for ${to}` }),
    );
}
