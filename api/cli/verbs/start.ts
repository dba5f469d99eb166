import { z } from 'zod';
import { ProcessDetail } from '#contracts/http/process.ts';
import { RunAnswer } from '#contracts/http/run.ts';
import type { Cli } from '../cli.ts';
import { CliFailure, wrongUse } from '../cli-failure.ts';
import type { Client } from '../client.ts';
import { readContent } from '../read-content.ts';

interface StartOptions {
  input?: string;
  example?: true;
}

/** `start PROCESS --input FILE` or `--example`: starts a run. */
export function start(cli: Cli): void {
  cli.program
    .command('start')
    .description('start a run of a process')
    .argument('<process>', 'its name, as `registry` lists it')
    .option('--input <file>', 'the input as JSON, or - for standard input; GET /api/processes/NAME says what it takes')
    .option('--example', 'the example that the process comes with, to try it')
    .action(async (process: string, options: StartOptions) => {
      const client = cli.client();
      const input = await inputBy(options, { client, process });
      const answer = await client.post(`${addressOf(process)}/runs`, { input }, RunAnswer);
      if (cli.isForPrograms()) return cli.terminal.give(answer);
      cli.terminal.say(`${answer.run.id} (${answer.run.process}): ${answer.run.status}`);
    });
}

async function inputBy(
  { input, example }: StartOptions,
  { client, process }: { client: Client; process: string },
): Promise<unknown> {
  if (input !== undefined && example === undefined)
    return parseJson((await readContent(input)).toString('utf8'), input);
  if (input === undefined && example) return exampleOf(client, process);
  throw new CliFailure('Say what it takes: --input FILE, or --example to try it with what it comes with', {
    exit: wrongUse,
  });
}

async function exampleOf(client: Client, process: string): Promise<unknown> {
  const { input } = await client.get(addressOf(process), ProcessDetail);
  const { examples } = z.object({ examples: z.tuple([z.unknown()], z.unknown()) }).parse(input);
  return examples[0];
}

function addressOf(process: string): string {
  return `/api/processes/${encodeURIComponent(process)}`;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const name = file === '-' ? 'Standard input' : file;
    throw new CliFailure(`${name} does not hold JSON (${reason})`, { exit: wrongUse });
  }
}
