import type { Claim } from '#contracts/claim.ts';
import type { Evidence } from '#contracts/evidence.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import { checkClaims, type Message } from './index.ts';

export interface DraftToCheck {
  message: Message;
  /** What it was drafted from. */
  evidence: Pick<Evidence, 'enquiry' | 'facts' | 'exchanges'>;
  /** What the firm may always say, as pinned for the run. */
  snapshot: Pick<Snapshot, 'calendars' | 'fallbackReply' | 'limits' | 'standingTexts'>;
  writtenAt: Date;
}

/** What a draft says, held against its evidence. What the customer wrote is no record, and what colleagues answered is one. */
export function claimsOfDraft({ message, evidence, snapshot, writtenAt }: DraftToCheck): Claim[] {
  const { enquiry, exchanges = [] } = evidence;
  const answersOf = (kind: 'customer' | 'colleague') =>
    exchanges.flatMap(({ to, answer }) => (answer && to.kind === kind ? [answer.text] : []));
  const { fallbackReply, standingTexts, limits, calendars } = snapshot;
  return checkClaims(message, {
    facts: { ...evidence.facts, colleagueAnswers: answersOf('colleague') },
    enquiry: { ...enquiry, text: [enquiry.text, ...answersOf('customer')].join('\n') },
    standingTexts: [fallbackReply.subject, fallbackReply.text, ...standingTexts],
    orderNumberPattern: limits.orderNumberPattern,
    writtenAt,
    timeZone: Object.values(calendars)[0]?.timeZone ?? 'UTC',
  });
}
