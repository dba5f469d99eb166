import { textOfMoment } from '../moment-text.ts';
import { isOwning } from '../owning.ts';
import type { ApprovalDetail } from './approval.ts';

/** A name and what stands under it, as people read it. */
export type Row = readonly [name: string, value: string];

type Shown = Exclude<ApprovalDetail['evidence'], { kind: 'erased' }>;

/** The message that came in, but for its words. */
export function messageRows({ enquiry }: Shown): Row[] {
  const { from, name, subject, receivedAt, attachments, flags } = enquiry;
  return [
    ['From', [name, from].filter(Boolean).join(', ')],
    ['Received', textOfMoment(String(receivedAt ?? 'not said'))],
    ['Subject', String(subject ?? '')],
    ['Attached', namesOf(attachments)],
    ['Odd about it', namesOf(flags)],
  ];
}

/** Why a person is asked, by which rule, and who drafted what they are asked about. */
export function reasonRows({ policy, reason }: ApprovalDetail, evidence: Shown): Row[] {
  const { model, version, prompt, promptVersion, confidence } = evidence.draftedBy ?? {};
  return [
    ['Reason', evidence.reason],
    ['Policy', `${policy.process} version ${policy.version}, at ${policy.point} because of ${reason}`],
    ['Draft', draftNumber(evidence)],
    ['Model', model === undefined ? 'none' : `${model}, version ${version}`],
    ['Prompt', prompt === undefined ? 'none' : `${prompt} version ${promptVersion}`],
    ['Confidence', typeof confidence === 'number' ? `${Math.round(confidence * 100)}%` : 'none'],
  ];
}

function draftNumber({ draft, round }: Shown): string {
  return round === undefined ? String(draft) : `${draft}, in round ${round.number} of ${round.of}`;
}

/** What comes of rejecting a draft, and how many may follow it. */
export function whenRejected({ point, evidence }: Pick<ApprovalDetail, 'point' | 'evidence'>): string {
  if (point === 'unconfirmed') return 'The message is recorded as sent, and not sent again.';
  if (isOwning(point)) return 'Whoever is asked next reads your reason.';
  const round = 'kind' in evidence ? undefined : evidence.round;
  if (round === undefined) return 'With a reason a new draft is made that heeds it, as often as the process allows.';
  const left = round.of - round.number;
  if (left === 0) return `Round ${round.number} of ${round.of} is the last: no draft follows, and the run ends.`;
  const drafts = left === 1 ? '1 more draft' : `${left} more drafts`;
  return `With a reason a new draft is made that heeds it: this is round ${round.number} of ${round.of}, ${drafts} may follow.`;
}

/** What policies weigh, each with the record it came from; what a model made of it is marked as that. */
export function weighedRows({ facts }: Pick<ApprovalDetail, 'facts'>): Row[] {
  return facts.map(({ kind, name, text, from }) => {
    const source = kind === 'model' ? `what ${from ?? 'a model'} made of it, no record` : from;
    return [name, source === null ? text : `${text} (${source})`];
  });
}

/** What the message says that no record has, and what stands against it. */
export function unfoundedRows({ claims }: Pick<ApprovalDetail, 'claims'>): Row[] {
  return claims.filter(({ verdict }) => verdict === 'unfounded').map(({ text, because }) => [text, because]);
}

/** The record that the draft was made from, field by field; its amounts stand in minor units, as they are kept. */
export function recordRows({ facts }: Shown): Row[] {
  return flat(facts, []);
}

/** The files that a message takes with it. */
export function attachmentRows(action: ApprovalDetail['action']): Row[] {
  const attachments = action.kind === 'sendEmail' ? (action.attachments ?? []) : [];
  return attachments.map(({ name, size, sha256 }) => [name, `${size} bytes, SHA-256 ${sha256}`]);
}

function flat(value: unknown, path: readonly string[]): Row[] {
  if (typeof value !== 'object' || value === null) return [[path.join(' '), String(value ?? 'none')]];
  return Object.entries(value).flatMap(([name, part]) =>
    flat(part, [...path, Array.isArray(value) ? String(Number(name) + 1) : name]),
  );
}

/** Names of what came with a message; the contents are not used. */
function namesOf(list: unknown): string {
  const names = Array.isArray(list) ? list.map((item) => (typeof item === 'string' ? item : String(item?.name))) : [];
  return names.join(', ') || 'nothing';
}
