import type { Cli } from '../cli.ts';
import { decide } from '../decide.ts';

/** `take-over ID --reason TEXT`: somebody goes on by hand; nothing is sent, and the run ends. */
export function takeOver(cli: Cli): void {
  cli.program
    .command('take-over')
    .description('handle it yourself: nothing is sent, the run ends, the CRM says who has it')
    .argument('<id>')
    .requiredOption('--reason <text>', 'required; why, for the CRM and whoever looks into the run')
    .option('--digest <digest>', 'only if the task still is what was shown under this digest')
    .action((id: string, { reason, digest }: { reason: string; digest?: string }) =>
      decide(cli, id, { decision: 'take-over', comment: reason, digest }),
    );
}
