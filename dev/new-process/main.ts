// npm run -s baton -- new process NAME: writes the files of a process that works into this checkout.
import { Command, CommanderError } from 'commander';
import { repositoryRoot } from '#platform/config/index.ts';
import { addProcess } from './add-process.ts';
import { NewProcessFailure } from './new-process-failure.ts';

const wrongUse = 2;

const program = new Command('baton').showHelpAfterError().exitOverride();
program
  .command('new')
  .description('add to this checkout')
  .command('process')
  .description('write the files of a process that works, to be made into the one you want')
  .argument('<name>', 'verb and noun, such as answer-warranty-question')
  .option('--owner <person>', 'who answers for it, as registry/people.yaml names them', 'eng')
  .action((name: string, { owner }: { owner: string }) =>
    say(addProcess(repositoryRoot, { name, owner, today: new Date() }), name),
  );

try {
  program.parse();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Commander has said by itself what is wrong with what was typed. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUse;
  if (!(error instanceof NewProcessFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  return wrongUse;
}

function say(paths: readonly string[], name: string): void {
  process.stdout.write(`${paths.map((path) => `wrote ${path}\n`).join('')}
It works as it is. See it:   npm test -- processes/${name}
Then make it yours:          docs/first-process.md
`);
}
