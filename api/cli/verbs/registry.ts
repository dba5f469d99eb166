import { z } from 'zod';
import type { Cli } from '../cli.ts';

const Named = z.looseObject({ name: z.string() });
const Shown = z.looseObject({
  processes: z.array(Named.extend({ title: z.string(), version: z.int(), owner: z.string() })),
  prompts: z.array(Named.extend({ version: z.int(), process: z.string() })),
  models: z.array(Named.extend({ provider: z.string() })),
  connectors: z.array(Named),
  people: z.array(Named.extend({ id: z.string(), roles: z.array(z.string()) })),
});

/** `registry show`: what runs here. */
export function registry(cli: Cli): void {
  const group = cli.program.command('registry').description('what runs here');
  group
    .command('show', { isDefault: true })
    .description('processes, prompts, models, connectors and people')
    .action(async () => {
      const { terminal } = cli;
      const shown = await cli.client().get('/api/registry', Shown);
      if (cli.isForPrograms()) return terminal.give(shown);
      for (const { name, version, title, owner } of shown.processes)
        terminal.say(`process    ${name} v${version}: ${title} (${owner})`);
      for (const { name, version, process } of shown.prompts) terminal.say(`prompt     ${process}/${name} v${version}`);
      for (const { name, provider } of shown.models) terminal.say(`model      ${name} at ${provider}`);
      for (const { name } of shown.connectors) terminal.say(`connector  ${name}`);
      for (const { id, name, roles } of shown.people)
        terminal.say(`person     ${id} (${name}): ${roles.join(', ') || 'no role'}`);
    });
}
