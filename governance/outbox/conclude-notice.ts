import type { MailHandover } from '#contracts/ports/mail.ts';
import type { Facts } from '#governance/guard/index.ts';
import { endNotices, type NoticeEnd, type NoticeRow, postponeNotices } from '#store/notices.ts';
import type { Write } from '#store/write-together.ts';

/** How the e-mail to one person came out. */
export interface Handed {
  person: string;
  messageId: string;
  handover: MailHandover;
}

/** What became of a notice whose e-mails were handed over. */
export type NoticeFate = { row: NoticeRow; told: readonly string[]; facts: Facts } & (
  | { kind: 'sent' }
  | { kind: 'refused'; why: string }
  | { kind: 'again'; why: string }
);

/** Whoever was reached is not told again; a notice is over once there is nobody whom another attempt could reach. */
export function fateOf(row: NoticeRow, handed: readonly Handed[]): NoticeFate {
  const reached = handed.filter(({ handover }) => handover.kind === 'accepted');
  const told = [...row.told, ...reached.map(({ person }) => person)];
  const missed = handed.find(({ handover }) => handover.kind === 'refused-for-now' || handover.kind === 'unknown');
  if (missed) return { kind: 'again', row, told, ...failure(missed.handover) };
  if (told.length > 0) return { kind: 'sent', row, told, facts: sent(handed) };
  const [refused] = handed;
  return { kind: 'refused', row, told, ...(refused ? failure(refused.handover) : nobody()) };
}

/** Who was told by which e-mail, and whom the mail server would not take it for. */
function sent(handed: readonly Handed[]): Facts {
  const isReached = ({ handover }: Handed) => handover.kind === 'accepted';
  const told = Object.fromEntries(handed.filter(isReached).map(({ person, messageId }) => [person, messageId]));
  const refused = handed.filter((each) => !isReached(each)).map(({ person }) => person);
  return { verdict: 'done', result: 'sent', record: { told, ...(refused.length > 0 && { refused }) } };
}

function failure(handover: MailHandover): { why: string; facts: Facts } {
  if (handover.kind === 'accepted') throw new Error('an e-mail that was accepted is no failure');
  const { kind, reason, words } = handover;
  return {
    why: reason,
    facts: { verdict: kind === 'unknown' ? 'unknown' : 'failed', result: reason, words, record: {} },
  };
}

function nobody(): { why: string; facts: Facts } {
  const why = 'nobody who is asked has an e-mail address in the registry';
  return { why, facts: { verdict: 'failed', result: why, record: {} } };
}

/** The rows of all notices of a batch. */
export function writesOf(fates: readonly NoticeFate[]): readonly Write[] {
  const ends = fates.flatMap((fate) => (fate.kind === 'again' ? [] : [endOf(fate)]));
  const delays = fates.flatMap((fate) => (fate.kind === 'again' ? [delayOf(fate.row, fate)] : []));
  return [...(ends.length > 0 ? [endNotices(ends)] : []), ...(delays.length > 0 ? [postponeNotices(delays)] : [])];
}

function endOf(fate: Exclude<NoticeFate, { kind: 'again' }>): NoticeEnd {
  const { row, told, kind } = fate;
  return { id: row.id, told, state: kind, ...(kind === 'refused' && { why: fate.why }) };
}

/** Ten seconds, doubling to ten minutes. */
export function delayOf({ id, attempts }: NoticeRow, { told, why }: { told: readonly string[]; why: string }) {
  const delayMs = Math.min(600_000, 10_000 * 2 ** Math.min(attempts - 1, 6));
  return { id, told, why, nextAttemptAt: new Date(Date.now() + delayMs) };
}
