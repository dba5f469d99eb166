import { Command, CommanderError } from 'commander';
import type { EvaluatePrompts } from '#api/use-cases/evaluate-prompts.ts';
import type { Config } from '#platform/config/index.ts';
import { type Cli, createCli } from './cli.ts';
import { CliFailure, wrongUse } from './cli-failure.ts';
import { createTerminal, printable } from './terminal.ts';
import { approvals } from './verbs/approvals.ts';
import { approve } from './verbs/approve.ts';
import { ask } from './verbs/ask.ts';
import { askModel } from './verbs/ask-model.ts';
import { budgets } from './verbs/budgets.ts';
import { calibrate } from './verbs/calibrate.ts';
import { cancel } from './verbs/cancel.ts';
import { claim } from './verbs/claim.ts';
import { comment } from './verbs/comment.ts';
import { delegate } from './verbs/delegate.ts';
import { delegations } from './verbs/delegations.ts';
import { doctor } from './verbs/doctor.ts';
import { edit } from './verbs/edit.ts';
import { egress } from './verbs/egress.ts';
import { evaluateBy } from './verbs/eval.ts';
import { knowledge } from './verbs/knowledge.ts';
import { mail } from './verbs/mail.ts';
import { addNew } from './verbs/new.ts';
import { reassign } from './verbs/reassign.ts';
import { redact } from './verbs/redact.ts';
import { registry } from './verbs/registry.ts';
import { reject } from './verbs/reject.ts';
import { release } from './verbs/release.ts';
import { retry } from './verbs/retry.ts';
import { runs } from './verbs/runs.ts';
import { show } from './verbs/show.ts';
import { start } from './verbs/start.ts';
import { switches } from './verbs/switches.ts';
import { takeOver } from './verbs/take-over.ts';

export interface CliParts {
  config: Config;
  /** How well models answer: no other verb needs one. */
  evaluatePrompts: EvaluatePrompts;
  /** Where its answers go, and where what went wrong is said. */
  out(text: string): void;
  err(text: string): void;
}

/** Does what somebody typed, and answers the exit code. */
export async function runCli(words: readonly string[], parts: CliParts): Promise<number> {
  const { config, out, err } = parts;
  const program = new Command('baton')
    .description('Start, find and decide on business processes.')
    .option('--as <name>', 'act as this sample account, on a local stack')
    .option('--url <address>', 'where the API answers; otherwise BATON_PUBLIC_URL, or this machine at BATON_PORT')
    .option('--json', 'print JSON for programs')
    .configureOutput({ writeOut: out, writeErr: err })
    .showHelpAfterError()
    .exitOverride();
  const cli = createCli(program, { terminal: createTerminal(out), config });
  for (const addVerb of verbsWith(parts)) addVerb(cli);
  try {
    await program.parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUse;
    if (!(error instanceof CliFailure)) throw error;
    err(`${wordsOf(error, cli)}\n`);
    return error.exit;
  }
}

function wordsOf({ message, problem }: CliFailure, cli: Cli): string {
  return cli.isForPrograms() && problem !== undefined ? JSON.stringify(problem) : printable(message);
}

function verbsWith({ evaluatePrompts }: CliParts): readonly ((cli: Cli) => void)[] {
  return [
    doctor,
    mail,
    start,
    runs,
    show,
    approvals,
    approve,
    edit,
    reject,
    ask,
    askModel,
    takeOver,
    claim,
    release,
    reassign,
    comment,
    delegate,
    delegations,
    cancel,
    retry,
    registry,
    switches,
    budgets,
    egress,
    knowledge,
    redact,
    calibrate,
    evaluateBy(evaluatePrompts),
    addNew,
  ];
}
