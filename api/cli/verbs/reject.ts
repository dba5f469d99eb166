import type { Cli } from '../cli.ts';
import { decide } from '../decide.ts';

/** `reject ID`: nothing is sent; with a comment, a new draft is made. */
export function reject(cli: Cli): void {
  cli.program
    .command('reject')
    .description('reject a task; with a comment a new draft is made')
    .argument('<id>')
    .option('--comment <text>', 'what the next draft should heed')
    .option('--digest <digest>', 'only if the task still is what was shown under this digest')
    .action((id: string, { comment, digest }: { comment?: string; digest?: string }) =>
      decide(cli, id, { decision: 'reject', digest, ...(comment === undefined ? {} : { comment }) }),
    );
}
