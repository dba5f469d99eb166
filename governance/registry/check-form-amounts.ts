import { amountsOf } from '#contracts/form-of-schema.ts';
import { formsOf } from '#governance/approvals/form-at.ts';
import type { ProcessEntry } from './entries/process-entry.ts';
import type { Entry } from './parse-yaml.ts';
import type { Problems } from './problems.ts';

/** Checks that limits stand here for amounts that the process asks for, and for all that it cannot do without. */
export function checkFormAmounts({ value, pointer }: Entry<ProcessEntry>, problems: Problems): void {
  const forms = formsOf(value.name);
  for (const point of new Set([...Object.keys(value.approvals), ...Object.keys(forms)])) {
    const at = (name: string) => pointer('approvals', point, 'amounts', name);
    const { all, needed } = forms[point] ? amountsOf(forms[point]) : { all: [], needed: [] };
    const limited = Object.keys(value.approvals[point]?.amounts ?? {});
    for (const name of limited.filter((each) => !all.includes(each)))
      problems.add(at(name), `the process asks for no amount '${name}' at this point; remove it`);
    for (const name of needed.filter((each) => !limited.includes(each)))
      problems.add(at(name), `the process cannot do without it; write '${name}: [{ currency: EUR, upTo: … }]'`);
  }
}
