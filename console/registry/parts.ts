import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { createMatch } from '../parts/word-search.ts';
import { personNamed, processTitled } from './names.ts';

export const registryParts = [
  'processes',
  'prompts',
  'models',
  'people',
  'roles',
  'tools',
  'connectors',
  'datasets',
] as const;
export type RegistryPart = (typeof registryParts)[number];

export function isRegistryPart(name: string): name is RegistryPart {
  return registryParts.some((part) => part === name);
}

/** The registry with those entries alone that have the words in what they say, or in the names of what they name. */
export function searchRegistry(registry: RegistryAnswer, q: string | undefined): RegistryAnswer {
  const matches = createMatch(q);
  const owner = (id: string) => personNamed(registry, id);
  return {
    ...registry,
    processes: registry.processes.filter((process) => matches(process, owner(process.owner))),
    prompts: registry.prompts.filter((each) => matches(each, owner(each.owner), processTitled(registry, each.process))),
    models: registry.models.filter((model) => matches(model, owner(model.owner))),
    connectors: registry.connectors.filter((connector) => matches(connector, owner(connector.owner))),
    tools: registry.tools.filter((tool) => matches(tool, owner(tool.owner))),
    datasets: registry.datasets.filter((dataset) => matches(dataset, owner(dataset.owner))),
    roles: registry.roles.filter((role) => matches(role, owner(role.owner))),
    people: registry.people.filter((person) =>
      matches(
        person,
        person.teams.map((team) => registry.teams[team]),
      ),
    ),
  };
}
