import type { ApprovalTerms, Audience, ChainStep } from '#contracts/approval-terms.ts';
import type { ApprovalPoint } from '#contracts/snapshot.ts';
import type { Span } from '#contracts/span.ts';

type EndOf = (span: Span) => Date;

/** Reminders and escalations in the order of their times; what would come after the end is left out. */
export function chainOf(point: ApprovalPoint, { endOf, expiresAt }: { endOf: EndOf; expiresAt: Date }): ChainStep[] {
  const reminders = point.remind.map((after): ChainStep => ({ kind: 'remind', at: endOf(after).toISOString() }));
  const escalations = point.escalate.map(
    ({ after, ask }): ChainStep => ({ kind: 'escalate', at: endOf(after).toISOString(), ask }),
  );
  return [...reminders, ...escalations]
    .filter(({ at }) => Date.parse(at) < expiresAt.getTime())
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** Where a task stands in its chain: the number of steps that were done, and when the next one is due. */
export interface ChainPlace {
  nextStep: number;
  nextAt: Date | null;
}

export function placeAt({ chain }: Pick<ApprovalTerms, 'chain'>, nextStep: number): ChainPlace {
  const step = chain[nextStep];
  return { nextStep, nextAt: step ? new Date(step.at) : null };
}

export type DueStep = { after: ChainPlace } & ({ kind: 'remind' } | { kind: 'escalate'; ask: Audience });

/** What is to be done now, if anything. Of reminders that are due in a row, one is given. */
export function dueStep({ chain }: Pick<ApprovalTerms, 'chain'>, nextStep: number, now: Date): DueStep | undefined {
  const isDue = (step: ChainStep | undefined): step is ChainStep => !!step && Date.parse(step.at) <= now.getTime();
  const step = chain[nextStep];
  if (!isDue(step)) return undefined;
  if (step.kind === 'escalate') return { kind: 'escalate', ask: step.ask, after: placeAt({ chain }, nextStep + 1) };
  const others = chain.slice(nextStep).findIndex((later) => !isDue(later) || later.kind !== 'remind');
  return { kind: 'remind', after: placeAt({ chain }, others < 0 ? chain.length : nextStep + others) };
}
