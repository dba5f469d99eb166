export interface PageSource<Row> {
  limit: number;
  /** So many rows behind the one given; from where the page begins without one. */
  rowsBehind(last: Row | undefined, count: number): Promise<readonly Row[]>;
  mayRead(row: Row): boolean;
  cursorBehind(row: Row): string;
}

/** So many rows are looked at for one page; whoever may read hardly any gets a short one, and goes on from there. */
const mostLookedAt = 2_000;

/** A page of what may be read: full, or the last one. */
export async function fullPage<Row>({
  limit,
  rowsBehind,
  mayRead,
  cursorBehind,
}: PageSource<Row>): Promise<{ rows: readonly Row[]; next: string | null }> {
  const rows: Row[] = [];
  let last: Row | undefined;
  for (let lookedAt = 0; lookedAt < mostLookedAt; ) {
    const found = await rowsBehind(last, limit + 1);
    for (const row of found) {
      if (rows.length === limit && last !== undefined) return { rows, next: cursorBehind(last) };
      if (mayRead(row)) rows.push(row);
      last = row;
      lookedAt += 1;
    }
    if (found.length <= limit) return { rows, next: null };
  }
  return { rows, next: last === undefined ? null : cursorBehind(last) };
}
