import { z } from 'zod';
import { developmentSets, evaluateRedaction, heldOut } from '#api/use-cases/evaluate-redaction.ts';
import { redactText } from '#api/use-cases/redact-text.ts';
import { KnownParty } from '#contracts/redaction.ts';
import type { Cli } from '../cli.ts';
import { CliFailure, wrongUse } from '../cli-failure.ts';
import { readPlainText } from '../read-plain-text.ts';
import { sayEvaluation } from '../say-evaluation.ts';

interface EvalOptions {
  development?: true;
  misses?: true;
}

/** `redact FILE`: what would leave of a text; `redact eval`: how well that is done. Both work with nothing running. */
export function redact(cli: Cli): void {
  const group = cli.program
    .command('redact')
    .description('what would leave of a text, with personal data taken out')
    .argument('<file>', 'a text in UTF-8, or - for standard input')
    .option('--parties <file>', 'a JSON list of the people and firms that are known')
    .action(async (file: string, options: { parties?: string }) => {
      const parties = options.parties === undefined ? [] : await readParties(options.parties);
      sayRedaction(cli, { text: await readPlainText(file), parties });
    });
  group
    .command('eval')
    .description('precision and recall on the sets of documents for it')
    .option('--development', 'those sets alone that rules are written after')
    .option('--misses', 'what was left or taken without need there')
    .action(async (options: EvalOptions) => {
      const sets = options.development ? developmentSets : ([...developmentSets, heldOut] as const);
      const evaluation = await evaluateRedaction(cli.config.registryFolder, sets);
      if (evaluation.kind === 'refused') throw new CliFailure(evaluation.why, { exit: wrongUse });
      const shown = evaluation.sets.map((set) => (options.misses ? set : { ...set, misses: [] }));
      if (cli.isForPrograms()) return cli.terminal.give(shown);
      for (const set of shown) sayEvaluation(cli.terminal, set);
    });
}

/** `start` and `end` of a span count UTF-16 code units of the input, as JavaScript does. */
function sayRedaction(cli: Cli, request: Parameters<typeof redactText>[0]): void {
  const redaction = redactText(request);
  if (redaction.kind === 'doubtful') {
    const lines = redaction.doubts.map(({ kind, at, detail }) => `Nothing may leave (${kind}, ${at}): ${detail}`);
    throw new CliFailure(lines.join('\n'), { exit: wrongUse, problem: redaction });
  }
  const { text, spans } = redaction;
  if (cli.isForPrograms()) {
    cli.terminal.give({ text, spans });
    return;
  }
  cli.terminal.say(text);
  cli.terminal.say();
  for (const { start, end, type, placeholder } of spans) cli.terminal.say(`${placeholder} ${type}, ${start} to ${end}`);
}

async function readParties(file: string): Promise<KnownParty[]> {
  const written = await readPlainText(file);
  try {
    return z.array(KnownParty).parse(JSON.parse(written));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : 'it is not JSON';
    throw new CliFailure(
      `${file} holds no list of parties such as [{"kind":"person","name":"Anna Whitfield"}]: ${why}`,
      {
        exit: wrongUse,
      },
    );
  }
}
