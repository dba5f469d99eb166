import { ApprovalState } from '#contracts/approval.ts';
import type { InboxPart } from '#contracts/inbox.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import type { ApprovalRow } from './approvals.ts';
import { columnsOf } from './columns.ts';

export interface ApprovalFilters {
  state?: ApprovalState | undefined;
  run?: string | undefined;
  process?: string | undefined;
  priority?: number | undefined;
  /** Tasks that were due before this moment. */
  dueBefore?: Date | undefined;
  /** Tasks that wait for somebody's word, in their own right or in that of another. */
  decidableBy?: readonly Decider[] | undefined;
  /** Of those, the ones that wait for the first of them by name, or besides, or for the others alone. */
  part?: InboxPart | undefined;
}

/** By what words somebody is asked, and who may neither have started, changed nor agreed to it: they, and whom they act for. */
export interface Decider {
  words: readonly string[];
  /** Those of the words that are a name. */
  names: readonly string[];
  people: readonly string[];
}

/** How tasks are sorted, and the place behind which a page begins. */
export type InboxOrder =
  | { kind: 'newest'; after: { at: Date; id: string } | undefined }
  | { kind: 'urgency'; after: UrgencyPlace | undefined };

/** Among tasks by priority, and by when they are due within one. */
export interface UrgencyPlace {
  priority: number;
  due: Date;
  id: string;
}

/** A task without what only its own page shows. */
export type ApprovalListRow = Omit<ApprovalRow, keyof typeof pageColumns>;

const { evidenceSealed, originalSealed, decidedActionSealed, commentSealed, fieldsSealed, signature, ...listed } =
  Prisma.ApprovalScalarFieldEnum;
const pageColumns = { evidenceSealed, originalSealed, decidedActionSealed, commentSealed, fieldsSealed, signature };
const columns = columnsOf(listed);

/**
 * Tasks in the order given. Of all states, those of each are read in that order and put together: an index that begins
 * with the state serves every list.
 */
export function listApprovals(
  tx: Transaction,
  { filters, order, limit }: { filters: ApprovalFilters; order: InboxOrder; limit: number },
): Promise<ApprovalListRow[]> {
  const { state } = filters;
  const conditions = [...conditionsOf(filters), ...behind(order)];
  const ofEach = ApprovalState.options
    .filter((each) => state === undefined || each === state)
    .map((each) => {
      const where = Prisma.join([stateIs(each), ...conditions], ' AND ');
      return Prisma.sql`(SELECT * FROM approval WHERE ${where} ORDER BY ${sortOf[order.kind]} LIMIT ${limit}::int)`;
    });
  return query<ApprovalListRow>(
    tx,
    Prisma.sql`
    SELECT ${columns} FROM (${Prisma.join(ofEach, ' UNION ALL ')}) AS task
    ORDER BY ${sortOf[order.kind]} LIMIT ${limit}::int`,
    'by-values',
  );
}

function conditionsOf({ run, process, priority, dueBefore, decidableBy, part }: ApprovalFilters): Prisma.Sql[] {
  return [
    ...(run === undefined ? [] : [Prisma.sql`run_id = ${run}`]),
    ...(process === undefined ? [] : [Prisma.sql`process = ${process}`]),
    ...(priority === undefined ? [] : [Prisma.sql`priority = ${priority}::int`]),
    ...(dueBefore === undefined ? [] : [Prisma.sql`due_at < ${dueBefore}::timestamptz`]),
    ...(decidableBy === undefined ? [] : [waitsForWordOf(decidableBy)]),
    ...(decidableBy === undefined || part === undefined ? [] : [isInPart(part, decidableBy)]),
  ];
}

function isInPart(part: InboxPart, [own, ...others]: readonly Decider[]): Prisma.Sql {
  if (own === undefined) return Prisma.sql`false`;
  switch (part) {
    case 'you':
      return Prisma.sql`${waitsForWordOf([own])} AND ${asksByName(own)}`;
    case 'team':
      return Prisma.sql`${waitsForWordOf([own])} AND NOT ${asksByName(own)}`;
    case 'another':
      return Prisma.sql`${others.length > 0} AND NOT ${waitsForWordOf([own])}`;
  }
}

function asksByName({ names, people }: Decider): Prisma.Sql {
  return Prisma.sql`(audience && ${[...names]}::text[] OR coalesce(claimed_by = ANY(${[...people]}::text[]), false))`;
}

/** As text of the statement: an index is kept of open tasks alone. */
function stateIs(state: ApprovalState): Prisma.Sql {
  return Prisma.raw(`state = '${state}'`);
}

/** The runs of open tasks that wait for somebody's word. */
export function listWaiting(
  tx: Transaction,
  { decidableBy, limit }: { decidableBy: readonly Decider[]; limit: number },
): Promise<{ id: string; process: string; startedBy: string }[]> {
  return query(
    tx,
    Prisma.sql`
    SELECT run_id AS id, process, started_by AS "startedBy" FROM approval
    WHERE state = 'open' AND ${waitsForWordOf(decidableBy)} LIMIT ${limit}::int`,
    'by-values',
  );
}

/** What a task must be to wait for the word of one of these. */
export function waitsForWordOf(deciders: readonly Decider[]): Prisma.Sql {
  const each = deciders.map(({ words, people }) => {
    const own = Prisma.sql`${[...people]}::text[]`;
    return Prisma.sql`(audience && ${[...words]}::text[] AND NOT started_by = ANY(${own})
      AND NOT coalesce(voters && ${own}, false) AND NOT coalesce(editors && ${own}, false))`;
  });
  return Prisma.sql`(${Prisma.join(each, ' OR ')})`;
}

const sortOf = {
  newest: Prisma.sql`opened_at DESC, id DESC`,
  urgency: Prisma.sql`-priority, due_at, id`,
} as const satisfies Record<InboxOrder['kind'], Prisma.Sql>;

function behind(order: InboxOrder): Prisma.Sql[] {
  if (order.after === undefined) return [];
  if (order.kind === 'newest') {
    const { at, id } = order.after;
    return [Prisma.sql`(opened_at, id) < (${at}::timestamptz, ${id})`];
  }
  const { priority, due, id } = order.after;
  return [Prisma.sql`(-priority, due_at, id) > (${-priority}::int, ${due}::timestamptz, ${id})`];
}
