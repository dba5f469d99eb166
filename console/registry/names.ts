import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { labelOf } from '../format/label-of.ts';

/** The name of somebody whom the registry knows by an id. */
export function personNamed({ people }: Pick<RegistryAnswer, 'people'>, id: string): string {
  return people.find((person) => person.id === id)?.name ?? id;
}

export function teamNamed({ teams }: Pick<RegistryAnswer, 'teams'>, id: string): string {
  return teams[id] ?? labelOf(id);
}

export function processTitled({ processes }: Pick<RegistryAnswer, 'processes'>, name: string): string {
  return processes.find((process) => process.name === name)?.title ?? labelOf(name);
}

export function connectorTitled({ connectors }: Pick<RegistryAnswer, 'connectors'>, name: string): string {
  return connectors.find((connector) => connector.name === name)?.title ?? labelOf(name);
}

export function toolTitled({ tools }: Pick<RegistryAnswer, 'tools'>, name: string): string {
  return tools.find((tool) => tool.name === name)?.title ?? labelOf(name);
}
