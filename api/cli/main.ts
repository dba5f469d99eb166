// npm run -s baton -- VERB: the command line, which speaks to the API like any other program.
import { Command, CommanderError } from 'commander';
import { loadConfig } from '#platform/config/index.ts';
import { createCli } from './cli.ts';
import { CliFailure, wrongUse } from './cli-failure.ts';
import { createTerminal, printable } from './terminal.ts';
import { approvals } from './verbs/approvals.ts';
import { approve } from './verbs/approve.ts';
import { ask } from './verbs/ask.ts';
import { askModel } from './verbs/ask-model.ts';
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
import { mail } from './verbs/mail.ts';
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

const config = loadConfig();

const verbs = [
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
  egress,
  redact,
  calibrate,
  evaluateBy(async (order) => {
    // Loaded late: no other verb needs a model.
    const { composeEvaluation } = await import('#api/compose-evaluation.ts');
    return composeEvaluation(config)(order);
  }),
];

const program = new Command('baton')
  .description('Start, find and decide on business processes.')
  .option('--as <name>', 'act as this sample account, on a local stack')
  .option('--url <address>', 'where the API answers; otherwise BATON_PUBLIC_URL, or this machine at BATON_PORT')
  .option('--json', 'print JSON for programs')
  .showHelpAfterError()
  .exitOverride();

const cli = createCli(program, {
  terminal: createTerminal((text) => process.stdout.write(text)),
  config,
});
process.stdout.on('error', endWhereNobodyReads);
for (const addVerb of verbs) addVerb(cli);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

/** Whoever read the output, such as `head`, has seen enough. */
function endWhereNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

/** Says on stderr what went wrong, and answers the exit code. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUse;
  if (!(error instanceof CliFailure)) throw error;
  const words =
    cli.isForPrograms() && error.problem !== undefined ? JSON.stringify(error.problem) : printable(error.message);
  process.stderr.write(`${words}\n`);
  return error.exit;
}
