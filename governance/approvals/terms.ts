import { ApprovalTerms, type Audience } from '#contracts/approval-terms.ts';
import { type Person, Role } from '#contracts/person.ts';
import { ApprovalPoint } from '#contracts/snapshot.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { notAsOpened } from './not-as-opened.ts';
import { stageAt } from './progress.ts';

/** Whom a route names for a task. */
export interface RouteNamed {
  role: string;
  /** Who is to own an enquiry: nobody else is asked first. */
  owner?: string;
}

/** A point of which the registry says nothing: one of those whom the route names decides. */
export const plainPoint: ApprovalPoint = ApprovalPoint.parse({});

/** The terms of a task at a point of the registry. */
export function termsAt(
  { stages }: ApprovalPoint,
  { facts, chain, barred, ...route }: RouteNamed & Pick<ApprovalTerms, 'facts' | 'chain' | 'barred'>,
): ApprovalTerms {
  const named = audienceOf(route);
  const asked = stages.map(({ name, quorum, ask = named }) => ({ name, quorum, ask }));
  return { stages: asked, facts, chain, ...(barred?.length ? { barred } : {}) };
}

/** The terms of a task as it stands; one that was opened before tasks had stages asks one person of its role. */
export function termsOf(row: Pick<ApprovalRow, 'id' | 'terms' | 'role'>): ApprovalTerms {
  const terms = ApprovalTerms.safeParse(row.terms ?? termsAt(plainPoint, { role: row.role, facts: {}, chain: [] }));
  if (terms.success) return terms.data;
  throw notAsOpened(row);
}

/** Whom a stage asks: those it names, and those whom the escalations so far have added. */
export function askedIn({ stages, chain }: ApprovalTerms, at: { stage: number; nextStep: number }): Audience {
  const added = chain.slice(0, at.nextStep).flatMap((step) => (step.kind === 'escalate' ? [step.ask] : []));
  return joined([stageAt({ stages }, at.stage).ask, ...added]);
}

function joined(audiences: readonly Audience[]): Audience {
  const all = <Name>(names: (audience: Audience) => readonly Name[]) => [...new Set(audiences.flatMap(names))];
  return { roles: all(({ roles }) => roles), teams: all(({ teams }) => teams), people: all(({ people }) => people) };
}

function audienceOf({ role, owner }: RouteNamed): Audience {
  if (owner !== undefined) return { roles: [], teams: [], people: [owner] };
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
