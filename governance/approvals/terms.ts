import { ApprovalTerms, type Audience } from '#contracts/approval-terms.ts';
import { type Person, Role } from '#contracts/person.ts';
import type { ApprovalPoint } from '#contracts/snapshot.ts';
import type { ApprovalRow } from '#store/approvals.ts';

/** Whom a route names for a task. */
export interface RouteNamed {
  role: string;
}

/** The terms of a task at a point of the registry; where that says nothing, one of those whom the route names decides. */
export function termsAt(
  point: ApprovalPoint | undefined,
  route: RouteNamed & Pick<ApprovalTerms, 'facts'>,
): ApprovalTerms {
  const named = audienceOf(route);
  const stages: ApprovalPoint['stages'] = point?.stages ?? [{ name: 'review', quorum: 1 }];
  return { stages: stages.map(({ name, quorum, ask = named }) => ({ name, quorum, ask })), facts: route.facts };
}

/** The terms of a task as it stands; one that was opened before tasks had stages asks one person of its role. */
export function termsOf(row: Pick<ApprovalRow, 'terms' | 'role'>): ApprovalTerms {
  return row.terms === null ? termsAt(undefined, { role: row.role, facts: {} }) : ApprovalTerms.parse(row.terms);
}

function audienceOf({ role }: RouteNamed): Audience {
  return { roles: [Role.parse(role)], teams: [], people: [] };
}

/** An audience as the inbox is searched by it. */
export function wordsOf({ roles, teams, people }: Audience): string[] {
  const named = (kind: string, names: readonly string[]) => names.map((name) => `${kind}:${name}`);
  return [...named('role', roles), ...named('team', teams), ...named('person', people)];
}

/** The words by which somebody is asked. */
export function wordsOfPerson({ id, roles, teams }: Pick<Person, 'id' | 'roles' | 'teams'>): string[] {
  return wordsOf({ roles: [...roles], teams: [...teams], people: [id] });
}
