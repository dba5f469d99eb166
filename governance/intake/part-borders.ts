/** A multipart whose parts are being read. */
export interface Container {
  /** The line that begins each of its parts, in Latin-1. */
  border: string;
  level: number;
  /** Number of the closest multipart/alternative around its parts. */
  alternative?: number;
  /** Inside an attached message, which is counted but not read. */
  isAttached: boolean;
}

/** A line that begins or ends a part of one of the open containers. */
export interface Border {
  container: number;
  isLast: boolean;
  /** Where the content before it ends. */
  contentEnd: number;
  next: number;
}

interface BorderPlace {
  start: number;
  containers: readonly Container[];
}

const newline = 0x0a;
const longestBorder = 300;

/** Reads the line at `start`, should it be a border of one of the containers; the innermost counts. */
export function borderAt(raw: Buffer, { start, containers }: BorderPlace): Border | undefined {
  if (raw[start] !== 0x2d || raw[start + 1] !== 0x2d) return undefined;
  const end = endOfLine(raw, start);
  const line = raw.toString('latin1', start, Math.min(end, start + longestBorder)).replace(/[ \t\r]+$/, '');
  const container = containers.findLastIndex(({ border }) => line === border || line === `${border}--`);
  if (container < 0) return undefined;
  const isLast = line !== containers[container]?.border;
  return { container, isLast, contentEnd: beforeBreak(raw, start), next: Math.min(end + 1, raw.length) };
}

export function endOfLine(raw: Buffer, start: number): number {
  const end = raw.indexOf(newline, start);
  return end < 0 ? raw.length : end;
}

/** The line break before a border belongs to the border. */
function beforeBreak(raw: Buffer, start: number): number {
  if (raw[start - 1] !== newline) return start;
  return raw[start - 2] === 0x0d ? start - 2 : start - 1;
}

export interface BorderSearch {
  from: number;
  containers: readonly Container[];
  /** Counts down over the whole message. */
  budget: { candidates: number };
}

/** The next border at or after `from`, which begins a line; `exhausted` when too many lines had to be tried. */
export function nextBorder(raw: Buffer, { from, containers, budget }: BorderSearch): Border | 'exhausted' | undefined {
  if (containers.length === 0) return undefined;
  for (let start = from; start >= 0 && start < raw.length; start = lineAfter(raw, start)) {
    const border = borderAt(raw, { start, containers });
    if (border) return border;
    budget.candidates -= 1;
    if (budget.candidates < 0) return 'exhausted';
  }
  return undefined;
}

/** The start of the next line that begins with two hyphens; below zero when there is none. */
function lineAfter(raw: Buffer, start: number): number {
  const found = raw.indexOf('\n--', start, 'latin1');
  return found < 0 ? found : found + 1;
}
