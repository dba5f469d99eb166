import type { Cli } from '../cli.ts';
import { decide } from '../decide.ts';

/** `approve ID`: has done exactly what the task shows. */
export function approve(cli: Cli): void {
  cli.program
    .command('approve')
    .description('approve a task as it stands, and print what was approved')
    .argument('<id>')
    .option('--digest <digest>', 'approve only if the task still is what was shown under this digest')
    .action((id: string, { digest }: { digest?: string }) => decide(cli, id, { decision: 'approve', digest }));
}
