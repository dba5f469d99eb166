import type { Cli } from '../cli.ts';
import { CliFailure, wrongUse } from '../cli-failure.ts';
import { decide } from '../decide.ts';
import { type FieldTexts, withFields } from '../field-options.ts';
import { readTextContent } from '../read-content.ts';

interface EditOptions {
  text?: string;
  subject?: string;
  digest?: string;
  field: FieldTexts;
}

/** `edit ID --text FILE`: changes the text or subject, and approves the changed message. */
export function edit(cli: Cli): void {
  withFields(cli.program.command('edit'))
    .description('change the text or subject of a task, and approve it so')
    .argument('<id>')
    .option('--text <file>', 'the new text, or - for standard input')
    .option('--subject <subject>', 'the new subject')
    .option('--digest <digest>', 'only if the task still is what was shown under this digest')
    .action(async (id: string, { text, subject, digest, field }: EditOptions) => {
      if (text === undefined && subject === undefined) {
        throw new CliFailure('Say what changes: --text FILE, --subject SUBJECT, or both', { exit: wrongUse });
      }
      const content = {
        ...(text === undefined ? {} : { text: await readTextContent(text) }),
        ...(subject === undefined ? {} : { subject }),
      };
      await decide(cli, id, { decision: 'edit', content, digest, texts: field });
    });
}
