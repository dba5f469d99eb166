import { AppError, type ErrorPlace } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';

interface Wanted {
  from: string;
  to: string;
  starts: Date;
  ends: Date;
}

const longestYears = 1;

/** Throws every reason why nobody may act for somebody like this. */
export function checkDelegation(wanted: Wanted, known: { person(id: string): Person | undefined; now: Date }): void {
  const places = [...mistakesOfPeople(wanted, known.person), ...mistakesOfTime(wanted, known.now)];
  if (places.length === 0) return;
  throw new AppError('input-invalid', `Nothing was delegated: ${places.map(({ detail }) => detail).join('; ')}`, {
    places,
  });
}

function mistakesOfPeople({ from, to }: Wanted, person: (id: string) => Person | undefined): ErrorPlace[] {
  const unknown = Object.entries({ from, to }).filter(([, id]) => !person(id));
  const places = unknown.map(([name, id]) => ({ pointer: `/${name}`, detail: `nobody is called ${id}` }));
  return from === to ? [...places, { pointer: '/to', detail: 'nobody delegates to themselves' }] : places;
}

function mistakesOfTime({ starts, ends }: Wanted, now: Date): ErrorPlace[] {
  const longest = new Date(starts);
  longest.setUTCFullYear(longest.getUTCFullYear() + longestYears);
  const at = (detail: string): ErrorPlace[] => [{ pointer: '/ends', detail }];
  if (ends <= starts) return at('it must end after it starts');
  if (ends <= now) return at('it must end in the future');
  return ends > longest ? at('it may run for a year at most') : [];
}
