import type { Cli } from '../cli.ts';
import { decide } from '../decide.ts';
import { type FieldTexts, withFields } from '../field-options.ts';

/** `approve ID`: has done exactly what the task shows. */
export function approve(cli: Cli): void {
  withFields(cli.program.command('approve'))
    .description('approve a task as it stands, and print what was approved')
    .argument('<id>')
    .option('--digest <digest>', 'approve only if the task still is what was shown under this digest')
    .action((id: string, { digest, field }: { digest?: string; field: FieldTexts }) =>
      decide(cli, id, { decision: 'approve', digest, texts: field }),
    );
}
