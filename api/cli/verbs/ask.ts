import { partyCalled } from '#contracts/question.ts';
import type { Cli } from '../cli.ts';
import { decide } from '../decide.ts';
import { readTextContent } from '../read-content.ts';

interface AskOptions {
  text: string;
  to: string;
  subject?: string;
  digest?: string;
}

/** `ask ID --text FILE --to WHOM`: asks the customer or a colleague, and waits for the answer. */
export function ask(cli: Cli): void {
  cli.program
    .command('ask')
    .description('ask the customer or a colleague first; the run waits for the answer and goes on with it')
    .argument('<id>')
    .requiredOption('--text <file>', 'required; the question, or - for standard input')
    .option('--to <whom>', "customer, or a colleague's id", 'customer')
    .option('--subject <subject>', "the question's subject; otherwise that of the draft")
    .option('--digest <digest>', 'only if the task still is what was shown under this digest')
    .action(async (id: string, { text, to, subject, digest }: AskOptions) => {
      const content = { text: await readTextContent(text), ...(subject === undefined ? {} : { subject }) };
      await decide(cli, id, { decision: 'ask', to: partyCalled(to), content, digest });
    });
}
