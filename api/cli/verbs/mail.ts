import { z } from 'zod';
import { MailAccepted, MailIgnored } from '#contracts/http/mail.ts';
import type { Cli } from '../cli.ts';
import { readContent } from '../read-content.ts';

/** `mail FILE.eml`: hands an e-mail in as if it had come over the wire. */
export function mail(cli: Cli): void {
  cli.program
    .command('mail')
    .description('take in an e-mail from a file')
    .argument('<file>', 'the message as it came (.eml), or - for standard input')
    .action(async (file: string) => {
      const content = { bytes: await readContent(file), mediaType: 'message/rfc822' };
      const answer = await cli.client().send('/api/inbound/mail', content, z.union([MailAccepted, MailIgnored]));
      if (cli.isForPrograms()) return cli.terminal.give(answer);
      if ('ignored' in answer) return cli.terminal.say(`Recorded, and answered by nobody: ${answer.ignored}`);
      if (answer.known) {
        const { id, process, status } = answer.run;
        return cli.terminal.say(`This message was already taken in as ${id} (${process}): ${status}`);
      }
      cli.terminal.say(`${answer.run.id} (${answer.run.process}): ${answer.run.status}`);
    });
}
