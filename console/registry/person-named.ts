import type { RegistryAnswer } from '#contracts/http/registry.ts';

/** The name of somebody whom the registry knows by an id. */
export function personNamed({ people }: Pick<RegistryAnswer, 'people'>, id: string): string {
  return people.find((person) => person.id === id)?.name ?? id;
}
