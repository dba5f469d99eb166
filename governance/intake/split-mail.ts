import { mailLimits } from './limits.ts';
import type { MailFields } from './mail-fields.ts';
import { type UnreadableMail, unreadable } from './mail-reading.ts';
import type { MediaType } from './media-type.ts';
import { type Border, type Container, nextBorder } from './part-borders.ts';
import { type PartHeader, readPartHeader } from './part-header.ts';

/** A part with content of its own, undecoded. */
export interface MailPart {
  fields: MailFields;
  type: MediaType;
  encoding: string;
  body: Buffer;
  /** Number of the multipart/alternative it is one version in. */
  alternative?: number;
}

export interface SplitMail {
  kind: 'split';
  top: PartHeader;
  parts: readonly MailPart[];
  /** The end of a multipart was never written: the message may have been cut off on its way. */
  isCutOff: boolean;
  hasLegacyHeader: boolean;
}

interface Walk {
  raw: Buffer;
  containers: Container[];
  parts: MailPart[];
  /** The part whose content goes on until a border outside of it. */
  open?: { part: MailPart; start: number; depth: number };
  /** Parts seen so far, containers and attached messages included. */
  seen: number;
  headerBytes: number;
  hasLegacyHeader: boolean;
  budget: { candidates: number };
  level: number;
  /** Inside an attached message: it is counted, not read. */
  isAttached: boolean;
}

type Step = { kind: 'part'; start: number } | { kind: 'end' } | UnreadableMail;

/** Takes a message apart in one pass, as deep and as far as the limits allow and without decoding anything. */
export function splitMail(raw: Buffer): SplitMail | UnreadableMail {
  const walk = startWalk(raw);
  const top = readPartHeader(raw, { start: 0, containers: [] });
  let step = enterPart(walk, top);
  while (step.kind === 'part')
    step = enterPart(walk, readPartHeader(raw, { start: step.start, containers: walk.containers }));
  if (step.kind === 'unreadable') return step;
  closeOpenPart(walk, raw.length);
  if (walk.parts.length === 0) return unreadable('mail-structure-unclear', 'It announces parts and has none');
  const { parts, hasLegacyHeader } = walk;
  return { kind: 'split', top, parts, isCutOff: walk.containers.length > 0, hasLegacyHeader };
}

function startWalk(raw: Buffer): Walk {
  const budget = { candidates: mailLimits.borderCandidates };
  const start = { seen: 1, level: 0, isAttached: false, headerBytes: 0, hasLegacyHeader: false };
  return { raw, containers: [], parts: [], budget, ...start };
}

/** Notes the part whose header was read, and goes on to the next one. */
function enterPart(walk: Walk, header: PartHeader): Step {
  const problem = walk.isAttached ? undefined : problemOf(walk, header);
  if (problem) return problem;
  const { boundary, isMultipart } = header;
  if (boundary !== undefined && isMultipart) return enterContainer(walk, { ...header, boundary });
  if (!walk.isAttached) openPart(walk, header);
  const isPlainMessage = header.type.value === 'message/rfc822' && !/base64|quoted-printable/.test(header.encoding);
  return isPlainMessage ? enterAttachedMessage(walk, header) : nextPart(walk, header.end);
}

function problemOf(walk: Walk, header: PartHeader): UnreadableMail | undefined {
  walk.headerBytes += header.bytes;
  walk.hasLegacyHeader ||= header.isLegacy;
  if (walk.headerBytes > mailLimits.headerBytes) {
    return unreadable('mail-header-too-large', `Its headers are larger than ${mailLimits.headerBytes / 1024} KB`);
  }
  if (header.hasBareReturn) {
    return unreadable('mail-header-injection', 'A header line holds a carriage return and could be read as two');
  }
  if (!header.isMultipart || header.boundary !== undefined) return undefined;
  return unreadable('mail-structure-unclear', 'The border between its parts cannot be told for certain');
}

function enterContainer(walk: Walk, { type, end, boundary }: PartHeader & { boundary: string }): Step {
  const level = walk.level + 1;
  if (level > mailLimits.levels) return tooDeep();
  const alternative = type.value === 'multipart/alternative' ? walk.seen : walk.containers.at(-1)?.alternative;
  const { isAttached } = walk;
  walk.containers.push({
    border: `--${boundary}`,
    level,
    isAttached,
    ...(alternative !== undefined && { alternative }),
  });
  return nextPart(walk, end);
}

function enterAttachedMessage(walk: Walk, { end }: PartHeader): Step {
  walk.isAttached = true;
  walk.level += 1;
  return walk.level > mailLimits.levels ? tooDeep() : { kind: 'part', start: end };
}

function nextPart(walk: Walk, from: number): Step {
  const { raw, containers, budget } = walk;
  const border = nextBorder(raw, { from, containers, budget });
  if (border === undefined) return { kind: 'end' };
  if (border === 'exhausted')
    return unreadable('mail-structure-unclear', 'Too many of its lines look like the border of a part');
  if (walk.open && border.container < walk.open.depth) closeOpenPart(walk, border.contentEnd);
  return passBorder(walk, border);
}

function passBorder(walk: Walk, border: Border): Step {
  const container = walk.containers[border.container];
  walk.containers.length = border.isLast ? border.container : border.container + 1;
  if (border.isLast || !container) return nextPart(walk, border.next);
  walk.seen += 1;
  if (walk.seen > mailLimits.parts) {
    return unreadable('mail-too-many-parts', `It has more than ${mailLimits.parts} parts`);
  }
  walk.level = container.level;
  walk.isAttached = container.isAttached;
  return { kind: 'part', start: border.next };
}

function openPart(walk: Walk, { fields, type, encoding, end }: PartHeader): void {
  const alternative = walk.containers.at(-1)?.alternative;
  const body = walk.raw.subarray(end);
  const part: MailPart = { fields, type, encoding, body, ...(alternative !== undefined && { alternative }) };
  walk.parts.push(part);
  walk.open = { part, start: end, depth: walk.containers.length };
}

function closeOpenPart(walk: Walk, end: number): void {
  if (!walk.open) return;
  const { part, start } = walk.open;
  part.body = walk.raw.subarray(start, Math.max(start, end));
  delete walk.open;
}

function tooDeep(): UnreadableMail {
  return unreadable('mail-too-deep', `Its parts are nested deeper than ${mailLimits.levels} levels`);
}
