import type { BudgetItem } from '#contracts/http/budget.ts';

/** What a window counts together, from what it is called. */
export type WindowParts =
  | { kind: 'run'; run: string }
  | { kind: 'day'; date: string }
  | { kind: 'caller'; caller: string; date: string }
  | { kind: 'process'; process: string; date: string };

const whoseAndWhen = /^(?:(?<whose>.+)\/)?(?<date>\d{4}-\d\d-\d\d)$/;

/** Absent where it is called in a way that nobody here knows. */
export function windowParts({ name, per }: Pick<BudgetItem, 'name' | 'per'>, window: string): WindowParts | undefined {
  if (!window.startsWith(`${name}/`)) return undefined;
  const rest = window.slice(name.length + 1);
  if (per === 'run') return { kind: 'run', run: rest };
  const { whose, date } = whoseAndWhen.exec(rest)?.groups ?? {};
  if (date === undefined) return undefined;
  if (per === 'day') return { kind: 'day', date };
  if (whose === undefined) return undefined;
  return per === 'caller-and-day' ? { kind: 'caller', caller: whose, date } : { kind: 'process', process: whose, date };
}
