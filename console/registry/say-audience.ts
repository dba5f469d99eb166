import type { Audience } from '#contracts/approval-terms.ts';
import type { RegisteredProcess, RegistryAnswer } from '#contracts/http/registry.ts';
import { labelOf } from '../format/label-of.ts';
import { registryTexts } from '../texts/registry-texts.ts';
import { personNamed, teamNamed } from './names.ts';

const words = registryTexts.point;

/** Who is asked, by name or by what they are. */
export function sayAudience(ask: Audience, registry: RegistryAnswer): string {
  return [
    ...ask.people.map((id) => personNamed(registry, id)),
    ...ask.roles.map((role) => words.role(labelOf(role))),
    ...ask.teams.map((team) => words.team(teamNamed(registry, team))),
  ].join(', ');
}

/** Whom the routes name for a point, each with the cases that lead there. */
export function sayRouted(process: RegisteredProcess, point: string, registry: RegistryAnswer): string[] {
  const routes = Object.entries(process.routing).filter(([, { review }]) => review === point);
  const asked = Map.groupBy(routes, ([, { role, team }]) => `${role} ${team}`);
  return [...asked.values()].flatMap((cases) => {
    const [first] = cases;
    if (!first) return [];
    const [, { role, team }] = first;
    const names = cases.map(([name]) => labelOf(name).toLowerCase()).join(', ');
    return [words.whenCase(labelOf(role), teamNamed(registry, team), names)];
  });
}
