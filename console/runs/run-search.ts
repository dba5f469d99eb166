import { z } from 'zod';
import { Attention, RunListStatus } from '#contracts/http/run.ts';
import { EmailAddress } from '#contracts/text.ts';
import type { RunFilters } from '../ask/runs.ts';

const Words = z.string().trim().min(1).max(200).optional().catch(undefined);
const Day = z.iso.date().optional().catch(undefined);

/** What of the list one wants to see, as it stands in the address. What makes no sense there is left out. */
const RunSearch = z.object({
  q: Words,
  process: Words,
  status: RunListStatus.optional().catch(undefined),
  attention: Attention.optional().catch(undefined),
  waitsFor: Words,
  subject: EmailAddress.optional().catch(undefined),
  order: z.string().trim().min(1).max(40).optional().catch(undefined),
  from: Day,
  to: Day,
});
export type RunSearch = z.infer<typeof RunSearch>;

export function parseRunSearch(search: Record<string, unknown>): RunSearch {
  return RunSearch.parse(search);
}

/** The days of the reader as the moments they begin; the last day counts whole. */
export function filtersOf({ from, to, ...others }: RunSearch): RunFilters {
  const given = { ...others, from: from && beginOf(from, 0), to: to && beginOf(to, 1) };
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

function beginOf(day: string, later: number): string {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + later);
  return date.toISOString();
}

/** How many filters are set beside the words to be found, which always stand in sight. */
export function countFilters({ q, attention, ...others }: RunSearch): number {
  return Object.values(others).filter((value) => value !== undefined).length;
}

export function isFiltered(search: RunSearch): boolean {
  return Object.values(search).some((value) => value !== undefined);
}
