import type { Cli } from '../cli.ts';
import { decide } from '../decide.ts';
import { readTextContent } from '../read-content.ts';

/** `ask ID --text FILE`: asks the customer instead of answering. */
export function ask(cli: Cli): void {
  cli.program
    .command('ask')
    .description('send the customer a question instead of the draft')
    .argument('<id>')
    .requiredOption('--text <file>', 'required; the question, or - for standard input')
    .option('--digest <digest>', 'only if the task still is what was shown under this digest')
    .action(async (id: string, { text, digest }: { text: string; digest?: string }) =>
      decide(cli, id, { decision: 'ask', content: { text: await readTextContent(text) }, digest }),
    );
}
