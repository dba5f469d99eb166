import type { ModelSpending, Spent, SpentOver } from '#contracts/http/registry-models.ts';
import {
  findLastModelDay,
  keepModelDays,
  listModelDays,
  type ModelDoubtRow,
  type ModelSpendRow,
  readModelDoubts,
  readModelSpend,
} from '#store/model-figures.ts';
import type { Reads } from '../database.ts';

const dayMs = 24 * 3_600_000;
const daysShown = 30;
/** Clocks differ, and what was asked before midnight is written down after it. */
const closedAfterMs = 3_600_000;
/** How long the figures of the day that goes on are good enough for. */
const freshForMs = 10_000;

type SpendingOfModels = ReadonlyMap<string, ModelSpending>;

/** What models cost today and in the last 30 days. Days that are over are kept, so that each is worked out once. */
export function createReadModelSpending({ reads, now = () => new Date() }: { reads: Reads; now?: () => Date }) {
  let known: { until: number; spending: Promise<SpendingOfModels> } | undefined;
  return (): Promise<SpendingOfModels> => {
    const at = now().getTime();
    if (known && at < known.until) return known.spending;
    const spending = readSpending(reads, at);
    known = { until: at + freshForMs, spending };
    spending.catch(() => {
      known = undefined;
    });
    return spending;
  };
}

async function readSpending(reads: Reads, at: number): Promise<SpendingOfModels> {
  const { first, today } = spendingDays(new Date(at));
  const open = dayOf(at - closedAfterMs);
  const last = await findLastModelDay(reads);
  const next = last === undefined || last < first ? first : dayAfter(last);
  for (let day = next; day < open; day = dayAfter(day)) await keepModelDays(reads, { from: day, to: dayAfter(day) });
  const kept = await listModelDays(reads, { from: first, to: open });
  const doubts = await readModelDoubts(reads, { from: first });
  const rows = [...kept, ...(await readModelSpend(reads, { from: open })), ...doubts];
  const models = Map.groupBy(rows, ({ model }) => model);
  return new Map([...models].map(([model, of]) => [model, spendingOf(of, today)]));
}

/** The days that are shown, in UTC. */
export function spendingDays(now: Date): { first: string; today: string } {
  return { first: dayOf(now.getTime() - (daysShown - 1) * dayMs), today: dayOf(now.getTime()) };
}

function dayAfter(day: string): string {
  return dayOf(Date.parse(day) + dayMs);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** What answers cost, or that there was none that anybody heard. */
type FigureRow = ModelSpendRow | ModelDoubtRow;

function isSpend(row: FigureRow): row is ModelSpendRow {
  return 'currency' in row;
}

function spendingOf(rows: readonly FigureRow[], today: string): ModelSpending {
  const processes = [...Map.groupBy(rows, ({ process }) => process)];
  return {
    ...overOf(rows, today),
    processes: processes.map(([process, of]) => ({ process, ...overOf(of, today) })),
  };
}

function overOf(rows: readonly FigureRow[], today: string): SpentOver {
  return { today: sumOf(rows.filter(({ day }) => day === today)), month: sumOf(rows) };
}

function sumOf(all: readonly FigureRow[]): Spent {
  const rows = all.filter(isSpend);
  const calls = (of: readonly FigureRow[]) => of.reduce((sum, row) => sum + row.calls, 0);
  const priced = Map.groupBy(
    rows.filter(({ currency }) => currency !== ''),
    ({ currency }) => currency,
  );
  return {
    calls: calls(rows),
    unknown: calls(rows.filter(({ currency }) => currency === '')),
    perhapsPaid: calls(all.filter((row) => !isSpend(row))),
    amounts: [...priced].map(([currency, of]) => ({
      currency,
      micros: of.reduce((sum, { micros }) => sum + micros, 0),
    })),
  };
}
