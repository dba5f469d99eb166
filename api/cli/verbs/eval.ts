import type {
  EvaluatedPrompt,
  EvaluatePrompts,
  Evaluation,
  EvaluationOrder,
  Fall,
} from '#api/use-cases/evaluate-prompts.ts';
import { isAppError } from '#contracts/errors.ts';
import type { Cli } from '../cli.ts';
import { CliFailure } from '../cli-failure.ts';
import { sayPromptEvaluation } from '../say-prompt-evaluation.ts';

interface EvalOptions {
  model: string[];
  development?: true;
  misses?: true;
  accept?: boolean;
}

const fallen = 1;

/** `eval [PROMPT]`: how well models answer cases that somebody labelled. It needs nothing running but the models. */
export function evaluateBy(evaluatePrompts: EvaluatePrompts) {
  return (cli: Cli): void => {
    cli.program
      .command('eval')
      .description('how well models answer labelled cases; exit code 1 where that fell since it was last accepted')
      .argument('[prompt]', 'PROCESS/NAME; otherwise every prompt')
      .option('--model <name>', 'a model of the registry, in a profile or not; may be given several times', add, [])
      .option('--development', 'the half alone that prompts and rules are made better by')
      .option('--misses', 'what was answered wrongly there')
      .option('--accept', 'take these results for good enough, and write them to registry/evals/accepted.yaml')
      .action(async (prompt: string | undefined, options: EvalOptions) => {
        const evaluation = await evaluated(evaluatePrompts, orderOf(prompt, options));
        say(cli, options.misses ? evaluation.prompts : evaluation.prompts.map(withoutMisses), evaluation);
        if (evaluation.falls.length > 0 && !options.accept) throw failure(evaluation);
      });
  };
}

function orderOf(prompt: string | undefined, { model, development, accept = false }: EvalOptions): EvaluationOrder {
  return { prompt, models: model, halves: development ? ['development'] : ['development', 'held-out'], accept };
}

function say(cli: Cli, prompts: readonly EvaluatedPrompt[], { margin, falls }: Evaluation): void {
  if (cli.isForPrograms()) cli.terminal.give({ prompts, margin, falls });
  else for (const each of prompts) sayPromptEvaluation(cli.terminal, each);
}

function add(name: string, names: readonly string[]): string[] {
  return [...names, name];
}

async function evaluated(evaluatePrompts: EvaluatePrompts, order: EvaluationOrder): Promise<Evaluation> {
  try {
    return await evaluatePrompts(order);
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw new CliFailure(error.message, { exit: error.row.exit });
  }
}

function withoutMisses(prompt: EvaluatedPrompt): EvaluatedPrompt {
  const models = prompt.models.map((model) => ({
    ...model,
    halves: model.halves.map((half) => ({ ...half, misses: [] })),
  }));
  return { ...prompt, models };
}

function failure({ falls, margin }: Evaluation): CliFailure {
  const lines = falls.map(
    ({ now, accepted }: Fall) =>
      `${now.model} answers ${now.prompt} (${now.half}) worse than was accepted: ${now.right} of ${now.of} now, ${accepted.right} of ${accepted.of} of version ${accepted.version} then`,
  );
  const advice = `More than ${margin} of a share is too much. Mend it, or accept it with --accept.`;
  return new CliFailure([...lines, advice].join('\n'), { exit: fallen, problem: { falls, margin } });
}
