import type { Evidence } from '#contracts/evidence.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import type { Sources } from './ground.ts';

export interface WrittenFrom {
  /** What it was drafted from. */
  evidence: Pick<Evidence, 'enquiry' | 'facts' | 'exchanges'>;
  /** What the firm may always say, as pinned for the run. */
  snapshot: Pick<Snapshot, 'calendars' | 'fallbackReply' | 'limits' | 'standingTexts'>;
  writtenAt: Date;
}

/** What a message of a run may say. What the customer wrote is no record, and what colleagues answered is one. */
export function sourcesOf({ evidence, snapshot, writtenAt }: WrittenFrom): Sources {
  const { enquiry, exchanges = [] } = evidence;
  const answersOf = (kind: 'customer' | 'colleague') =>
    exchanges.flatMap(({ to, answer }) => (answer && to.kind === kind ? [answer.text] : []));
  const { fallbackReply, standingTexts, limits, calendars } = snapshot;
  return {
    facts: { ...evidence.facts, colleagueAnswers: answersOf('colleague') },
    enquiry: { ...enquiry, text: [enquiry.text, ...answersOf('customer')].join('\n') },
    standingTexts: [fallbackReply.subject, fallbackReply.text, ...standingTexts],
    orderNumberPattern: [limits.orderNumberPattern, limits.invoiceNumberPattern ?? []].flat().join('|'),
    writtenAt,
    timeZone: Object.values(calendars)[0]?.timeZone ?? 'UTC',
  };
}
