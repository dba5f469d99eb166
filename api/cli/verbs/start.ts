import { RunAnswer } from '#contracts/http/run.ts';
import type { Cli } from '../cli.ts';
import { CliFailure, wrongUse } from '../cli-failure.ts';
import { readContent } from '../read-content.ts';

/** `start PROCESS --input FILE`: starts a run. */
export function start(cli: Cli): void {
  cli.program
    .command('start')
    .description('start a run of a process')
    .argument('<process>', 'its name, as `registry` lists it')
    .requiredOption(
      '--input <file>',
      'required; the input as JSON, or - for standard input; GET /api/processes/NAME says what it takes',
    )
    .action(async (process: string, options: { input: string }) => {
      const input = parseJson((await readContent(options.input)).toString('utf8'), options.input);
      const answer = await cli
        .client()
        .post(`/api/processes/${encodeURIComponent(process)}/runs`, { input }, RunAnswer);
      if (cli.isForPrograms()) return cli.terminal.give(answer);
      cli.terminal.say(`${answer.run.id} (${answer.run.process}): ${answer.run.status}`);
    });
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
