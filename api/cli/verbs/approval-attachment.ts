import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { ApprovalDetail } from '#contracts/http/approval.ts';
import type { Cli } from '../cli.ts';
import { CliFailure, wrongUse } from '../cli-failure.ts';

/** `approvals attachment ID NUMBER`: a file that a message takes with it, saved to be looked at. */
export function approvalAttachment(cli: Cli, group: Command): void {
  group
    .command('attachment')
    .description('save a file that the message of a task takes with it')
    .argument('<id>')
    .argument('<number>', 'as `approvals show` counts them')
    .option('--out <file>', 'where to; otherwise under its own name in this folder')
    .action(async (id: string, number: string, { out }: { out?: string }) => {
      const client = cli.client();
      const address = `/api/approvals/${encodeURIComponent(id)}`;
      const { action } = await client.get(address, ApprovalDetail);
      const bytes = await client.bytes(`${address}/attachments/${encodeURIComponent(number)}`);
      const attachment = action.kind === 'sendEmail' ? action.attachments?.[Number(number) - 1] : undefined;
      const file = out ?? attachment?.name ?? `attachment-${number}`;
      await save(file, bytes);
      cli.terminal.say(`${file}: ${bytes.length} bytes`);
    });
}

/** Never over a file that is there already: the name is not ours to trust. */
async function save(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unexpected';
    throw new CliFailure(`${file} cannot be written (${code}): name another one with --out`, { exit: wrongUse });
  }
}
