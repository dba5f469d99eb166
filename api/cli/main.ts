// npm run -s baton -- VERB: the command line, which speaks to the API like any other program.
import type { EvaluatePrompts } from '#api/use-cases/evaluate-prompts.ts';
import { loadConfig } from '#platform/config/index.ts';
import { runCli } from './run-cli.ts';

const config = loadConfig();

const evaluatePrompts: EvaluatePrompts = async (order) => {
  // Loaded late: no other verb needs a model.
  const { composeEvaluation } = await import('#api/compose-evaluation.ts');
  return composeEvaluation(config)(order);
};

process.stdout.on('error', endWhereNobodyReads);
process.exitCode = await runCli(process.argv.slice(2), {
  config,
  evaluatePrompts,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});

/** Whoever read the output, such as `head`, has seen enough. */
function endWhereNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
