import type { Problems } from './problems.ts';
import type { RegistryContent } from './read-registry.ts';

/** Checks that the calendars and processes are there that budgets name. */
export function checkBudgets({ budgets, calendars, processes }: RegistryContent, problems: Problems): void {
  for (const { value, pointer } of budgets.values()) {
    const { calendar, processes: named = [] } = value;
    if (calendar !== undefined && !calendars.has(calendar))
      problems.add(pointer('calendar'), `'${calendar}' is unknown; add it as calendars/${calendar}.yaml`);
    for (const [index, process] of named.entries()) {
      if (processes.has(process)) continue;
      problems.add(pointer('processes', index), `process '${process}' is unknown; add processes/${process}.yaml`);
    }
  }
}
