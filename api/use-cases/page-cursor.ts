import { z } from 'zod';
import { AppError } from '#contracts/errors.ts';
import type { UrgencyPlace } from '#store/approval-list.ts';

export const defaultLimit = 50;

const Place = z.tuple([z.iso.datetime(), z.string().max(64)]);
const Urgency = z.tuple([z.string().regex(/^[0-3]$/), z.iso.datetime(), z.string().max(64)]);
const NamePlace = z.tuple([z.string().max(100)]);
const LedgerPlace = z.tuple([z.string().regex(/^[1-9]\d{0,18}$/)]);

export interface ListPlace {
  at: Date;
  id: string;
}

export function cursorAfter({ at, id }: ListPlace): string {
  return write([at.toISOString(), id]);
}

export function readCursor(cursor: string | undefined): ListPlace | undefined {
  if (cursor === undefined) return undefined;
  const [at, id] = read(cursor, Place);
  return { at: new Date(at), id };
}

export function cursorAfterUrgency({ priority, due, id }: UrgencyPlace): string {
  return write([String(priority), due.toISOString(), id]);
}

export function readUrgencyCursor(cursor: string | undefined): UrgencyPlace | undefined {
  if (cursor === undefined) return undefined;
  const [priority, due, id] = read(cursor, Urgency);
  return { priority: Number(priority), due: new Date(due), id };
}

export function cursorAfterEntry(id: bigint): string {
  return write([String(id)]);
}

export function readEntryCursor(cursor: string | undefined): bigint {
  return cursor === undefined ? 0n : BigInt(read(cursor, LedgerPlace)[0]);
}

export function cursorAfterName(name: string): string {
  return write([name]);
}

/** Nothing comes before the empty name. */
export function readNameCursor(cursor: string | undefined): string {
  return cursor === undefined ? '' : read(cursor, NamePlace)[0];
}

function write(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Takes only what `write` makes, letter by letter. */
function read<Schema extends z.ZodType<readonly string[]>>(cursor: string, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(decode(cursor));
  if (parsed.success && write(parsed.data) === cursor) return parsed.data;
  throw new AppError('request-invalid', 'The cursor is not one of this list: start again without it', {
    places: [{ pointer: 'query cursor', detail: 'must be the `next` of an earlier answer of this list' }],
  });
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Cuts what was fetched with one row more than the page holds. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (last: Row) => string,
): { rows: readonly Row[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
