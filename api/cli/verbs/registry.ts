import { findRegistryDrift } from '#api/use-cases/registry/find-registry-drift.ts';
import { isAppError } from '#contracts/errors.ts';
import { RegistryAnswer } from '#contracts/http/registry.ts';
import { RegistryLoads } from '#contracts/http/registry-loads.ts';
import { ModelFiguresAnswer } from '#contracts/http/registry-models.ts';
import type { Cli } from '../cli.ts';
import { CliFailure } from '../cli-failure.ts';
import { sayDrift } from '../say-drift.ts';
import { sayRegistry } from '../say-registry.ts';

const drifted = 1;

/** `registry show`: what runs here. `registry diff`: whether that is what the files say. */
export function registry(cli: Cli): void {
  const { terminal } = cli;
  const group = cli.program.command('registry').description('what runs here, and on whose word');
  group
    .command('show', { isDefault: true })
    .description('models with what they reach, processes, prompts, tools, connectors, datasets and roles')
    .action(async () => {
      const shown = await cli.client().get('/api/registry', RegistryAnswer);
      if (cli.isForPrograms()) return terminal.give(shown);
      sayRegistry(terminal, shown, await cli.client().get('/api/registry/models', ModelFiguresAnswer));
    });
  group
    .command('diff')
    .description('where the files, the database and the running programs differ; exit code 1 where they do')
    .action(async () => {
      const drift = driftFrom(cli, await cli.client().get('/api/registry/loads', RegistryLoads));
      if (cli.isForPrograms()) terminal.give({ drift });
      else for (const each of drift) terminal.say(sayDrift(each));
      if (drift.length > 0)
        throw new CliFailure(`The registry in ${cli.config.registryFolder} is not what runs`, { exit: drifted });
      if (!cli.isForPrograms()) terminal.say('The files, the database and the running programs say the same.');
    });
}

function driftFrom({ config }: Cli, loads: RegistryLoads) {
  try {
    return findRegistryDrift(config.registryFolder, loads);
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw new CliFailure(error.message, { exit: error.row.exit });
  }
}
