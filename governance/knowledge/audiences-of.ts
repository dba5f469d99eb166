import type { Role } from '#contracts/person.ts';

/** Who asks: a person by what they are, or a process by its name. */
export type KnowledgeReader = { kind: 'person'; roles: readonly Role[] } | { kind: 'process'; process: string };

export interface Audience {
  roles: readonly Role[];
  processes: readonly string[];
}

/** The audiences somebody belongs to. */
export function audiencesOf(audiences: Readonly<Record<string, Audience>>, reader: KnowledgeReader): string[] {
  const belongs = ({ roles, processes }: Audience) =>
    reader.kind === 'person' ? roles.some((role) => reader.roles.includes(role)) : processes.includes(reader.process);
  return Object.entries(audiences).flatMap(([name, audience]) => (belongs(audience) ? [name] : []));
}
