import type { LedgerRecord } from '#contracts/ledger.ts';
import type { MailHandover } from '#contracts/ports/mail.ts';
import type { Facts } from '#governance/guard/index.ts';
import { endNotices, type NoticeEnd, type NoticeRow, nobodyMayAgree, postponeNotices } from '#store/notices.ts';
import type { Write } from '#store/write-together.ts';

/** How the e-mail to one person came out. */
export interface Handed {
  person: string;
  messageId: string;
  handover: MailHandover;
}

/** A notice, and its task where nobody who is asked may agree to it. */
interface ToldOf {
  row: NoticeRow;
  stranded?: string;
}

/** What became of a notice whose e-mails were handed over. */
export type NoticeFate = ToldOf & { told: readonly string[]; facts: Facts } & (
    | { kind: 'sent' }
    | { kind: 'refused'; why: string }
    | { kind: 'again'; why: string }
  );

/** Whoever was reached is not told again; a notice is over once there is nobody whom another attempt could reach. */
export function fateOf(of: ToldOf, handed: readonly Handed[]): NoticeFate {
  const { row } = of;
  const reached = handed.filter(({ handover }) => handover.kind === 'accepted');
  const told = [...row.told, ...reached.map(({ person }) => person)];
  const missed = handed.find(({ handover }) => handover.kind === 'refused-for-now' || handover.kind === 'unknown');
  if (missed) return { kind: 'again', ...of, told, ...failure(missed.handover) };
  if (told.length > 0) return { kind: 'sent', ...of, told, facts: sent(handed) };
  const [refused] = handed;
  return { kind: 'refused', ...of, told, ...(refused ? failure(refused.handover) : nobody()) };
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
  const why = 'nobody whom it is for may agree and has an e-mail address in the registry';
  return { why, facts: { verdict: 'failed', result: why, record: {} } };
}

/** What the ledger says of tasks that nobody who is asked may agree to, once those who manage them were told, or could not be. */
export function strandedIn(fates: readonly NoticeFate[]): readonly LedgerRecord[] {
  return fates.flatMap(({ kind, row: { runId }, stranded: approval, told }) =>
    approval === undefined || kind === 'again'
      ? []
      : [{ kind: 'approval-stranded', runId, actor: 'notices', body: { approval, told } }],
  );
}

/** The rows of all notices of a batch. */
export function writesOf(fates: readonly NoticeFate[]): readonly Write[] {
  const ends = fates.flatMap((fate) => (fate.kind === 'again' ? [] : [endOf(fate)]));
  const delays = fates.flatMap((fate) => (fate.kind === 'again' ? [delayOf(fate.row, fate)] : []));
  return [...(ends.length > 0 ? [endNotices(ends)] : []), ...(delays.length > 0 ? [postponeNotices(delays)] : [])];
}

function endOf(fate: Exclude<NoticeFate, { kind: 'again' }>): NoticeEnd {
  const { row, told, kind, stranded } = fate;
  const why = kind === 'refused' ? { why: fate.why } : {};
  return { id: row.id, told, state: kind, ...why, ...(stranded === undefined ? {} : { why: nobodyMayAgree }) };
}

/** Ten seconds, doubling to ten minutes. */
export function delayOf({ id, attempts }: NoticeRow, { told, why }: { told: readonly string[]; why: string }) {
  const delayMs = Math.min(600_000, 10_000 * 2 ** Math.min(attempts - 1, 6));
  return { id, told, why, nextAttemptAt: new Date(Date.now() + delayMs) };
}
