import type { Person } from '#contracts/person.ts';
import { createReadDelegates, type DelegationSeals } from '#governance/approvals/read-delegations.ts';
import type { Transaction } from '#platform/database/client.ts';
import { countOpenTasks } from '#store/open-tasks.ts';
import type { Candidate } from './pick-owner.ts';

/** People as they might own an enquiry now: who is away, and how much each has to do. */
export function createReadCandidates(parts: { seals: DelegationSeals; person(id: string): Person | undefined }) {
  const readDelegates = createReadDelegates(parts.seals);
  return async (tx: Transaction, ids: readonly string[]): Promise<Candidate[]> => {
    const people = [...ids];
    const [delegates, tasks] = await Promise.all([
      readDelegates(tx, { people, at: new Date() }),
      countOpenTasks(tx, people),
    ]);
    return people.map((id) => {
      const person = parts.person(id);
      return {
        id,
        takes: person?.takes,
        isAway: person === undefined || delegates.has(id),
        openTasks: tasks.get(id) ?? 0,
      };
    });
  };
}
