import type { Audience } from '#contracts/approval-terms.ts';
import { Route } from '#contracts/snapshot.ts';
import { checkCalendar } from './check-calendar.ts';
import type { PointEntry } from './entries/point-entry.ts';
import type { ProcessEntry } from './entries/process-entry.ts';
import type { Entry } from './parse-yaml.ts';
import type { Problems } from './problems.ts';
import type { RegistryContent } from './read-registry.ts';

interface Surroundings {
  content: RegistryContent;
  problems: Problems;
  point: string;
}

interface Checked extends Omit<Surroundings, 'point'> {
  point: PointEntry;
  at(...path: (string | number)[]): string;
}

/** Checks that everybody whom a point asks is there, that they are enough, and that its times can be counted. */
export function checkApprovalPoint({ value, pointer }: Entry<ProcessEntry>, surroundings: Surroundings): void {
  const { point: name, ...parts } = surroundings;
  const point = value.approvals[name];
  if (!point) return;
  const checked: Checked = { ...parts, point, at: (...path) => pointer('approvals', name, ...path) };
  checkStages(checked);
  checkEscalations(checked);
  const { calendar, due, expires, remind, escalate } = point;
  const spans = [due, expires, ...remind, ...escalate.map(({ after }) => after)];
  checkCalendar({ calendar, spans }, { ...parts, place: checked.at('calendar') });
  checkAskAgain(checked, name);
}

function checkStages({ point, at, ...parts }: Checked): void {
  for (const [index, { ask, quorum }] of point.stages.entries()) {
    if (!ask) continue;
    const place = (...path: string[]) => at('stages', index, ...path);
    checkNames(ask, { ...parts, at: (field) => place('ask', field) });
    const asked = peopleAsked(parts.content, ask);
    if (asked < quorum)
      parts.problems.add(
        place('quorum'),
        `is ${quorum}, and ${asked} people are asked; ask more, or write a smaller number`,
      );
  }
}

function checkEscalations({ point, at, ...parts }: Checked): void {
  for (const [index, { ask }] of point.escalate.entries()) {
    checkNames(ask, { ...parts, at: (field) => at('escalate', index, 'ask', field) });
    if (peopleAsked(parts.content, ask) > 0) continue;
    parts.problems.add(at('escalate', index, 'ask'), 'asks nobody; name a role somebody has, a team or people');
  }
}

function checkNames(
  ask: Audience,
  { content, problems, at }: Omit<Surroundings, 'point'> & { at(field: string): string },
): void {
  const { teams, people } = content.people.value;
  for (const team of ask.teams.filter((name) => !Object.hasOwn(teams, name)))
    problems.add(at('teams'), `team '${team}' is unknown; add it to teams in people.yaml`);
  for (const person of ask.people.filter((id) => !people.some((entry) => entry.id === id)))
    problems.add(at('people'), `nobody is called '${person}'; write an id from people.yaml`);
}

function peopleAsked({ people }: RegistryContent, ask: Audience): number {
  return people.value.people.filter(
    ({ id, roles, teams }) =>
      ask.people.includes(id) ||
      ask.roles.some((role) => roles.includes(role)) ||
      ask.teams.some((team) => teams.includes(team)),
  ).length;
}

/** Whoever is asked anew is a stage's people as well as its first ones: nobody counts in two stages. */
function checkAskAgain({ point, content, problems, at }: Checked, name: string): void {
  if (point.onExpiry !== 'ask-again') return;
  const points: readonly string[] = Route.shape.review.exclude(['offer']).options;
  if (!points.includes(name))
    problems.add(at('onExpiry'), `'ask-again' is known for ${points.join(', ')}; remove it here`);
  const last = point.escalate.at(-1);
  if (!last) {
    problems.add(at('onExpiry'), "'ask-again' asks the people of the last escalation; write 'escalate: …' too");
    return;
  }
  const needed = point.stages.reduce((sum, { quorum }) => sum + quorum, 0);
  const asked = peopleAsked(content, last.ask);
  if (asked < needed)
    problems.add(
      at('escalate', point.escalate.length - 1, 'ask'),
      `asks ${asked} people, and ${needed} have to agree when they are asked anew; ask more`,
    );
}
