import type { Cli } from '../cli.ts';
import { CliFailure, wrongUse } from '../cli-failure.ts';

/** `new process NAME` writes files of Baton itself: the bootstrap of a checkout does it before it comes to this. */
export function addNew(cli: Cli): void {
  cli.program
    .command('new')
    .description('in a checkout: write the files of a process that works, to be made into the one you want')
    .argument('<what>', 'process')
    .argument('<name>', 'verb and noun, such as answer-warranty-question')
    .option('--owner <person>', 'who answers for it, as registry/people.yaml names them')
    .action(() => {
      throw new CliFailure('A process is added in a checkout, by: npm run -s baton -- new process NAME', {
        exit: wrongUse,
      });
    });
}
