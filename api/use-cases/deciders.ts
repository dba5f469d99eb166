import type { Person } from '#contracts/person.ts';
import { createDelegatorsOf } from '#governance/approvals/acting-for.ts';
import { wordsOfPerson } from '#governance/approvals/terms.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Decider } from '#store/approval-list.ts';
import type { Reads } from './database.ts';

export type InboxDecider = Decider & { for?: string };

export interface DecidersParts {
  reads: Reads;
  seals: Seals;
  person(id: string): Person | undefined;
}

/** In whose right somebody may decide: first of all their own, then that of those they act for. */
export function createDecidersOf(parts: DecidersParts) {
  const delegatorsOf = createDelegatorsOf(parts);
  return async (by: Person): Promise<readonly InboxDecider[]> => {
    const others = await delegatorsOf(parts.reads, by);
    const own = { ...askedAs(by), people: [by.id] };
    return [own, ...others.map((other) => ({ for: other.id, ...askedAs(other), people: [by.id, other.id] }))];
  };
}

function askedAs(person: Person): Pick<Decider, 'words' | 'names'> {
  return { words: wordsOfPerson(person), names: wordsOfPerson({ id: person.id, roles: [], teams: [] }) };
}

export type DecidersOf = ReturnType<typeof createDecidersOf>;
