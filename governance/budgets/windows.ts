import type { RunReference } from '#contracts/step-call.ts';
import { dayAt } from '#governance/calendar/index.ts';
import type { Budget, ModelLimits } from '#governance/registry/index.ts';
import { type CountedIn, callerMark } from '#store/budget-windows.ts';

const minute = 60_000;

/** The window of a budget that a run's calls count in; none where the budget is not about its process. */
export function windowOf(
  budget: Budget,
  { run, at }: { run: Pick<RunReference, 'id' | 'process'>; at: Date },
): Omit<CountedIn, 'countsMoney'> | undefined {
  const { name, processes, timeZone, limit } = budget;
  if (processes && !processes.includes(run.process)) return undefined;
  const most = { ...limit, calls: null };
  if (timeZone === undefined) return { key: `${name}/${run.id}`, budget: name, most, until: null };
  const { date, until } = dayAt(timeZone, at.getTime());
  return { key: `${name}/${whoseDay(budget, run)}${date}`, budget: name, most, until: new Date(until) };
}

function whoseDay({ per }: Budget, { process }: Pick<RunReference, 'process'>): string {
  switch (per) {
    case 'process-and-day':
      return `${process}/`;
    case 'caller-and-day':
      return `${callerMark}/`;
    case 'day':
    case 'run':
      return '';
  }
}

/** The minute of a model: what its provider takes is counted by the clock, for all workers together. */
export function minuteOf(model: string, limits: NonNullable<ModelLimits>, at: Date): CountedIn {
  const begun = Math.floor(at.getTime() / minute) * minute;
  const { requests: calls, tokens } = limits;
  return {
    key: `${minutesOf(model)}/${new Date(begun).toISOString().slice(0, 16)}Z`,
    budget: minutesOf(model),
    most: { calls, tokens, micros: null },
    countsMoney: false,
    until: new Date(begun + minute),
  };
}

/** What a model's minutes are named by among budgets. */
export function minutesOf(model: string): string {
  return `model:${model}`;
}
