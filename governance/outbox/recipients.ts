import type { Person } from '#contracts/person.ts';
import { createReadDelegates, type DelegationSeals } from '#governance/approvals/read-delegations.ts';
import type { Transaction } from '#platform/database/client.ts';
import type { QueuedNotice } from './queued-notice.ts';

/** Somebody a notice is still to reach. */
export interface Recipient {
  queued: QueuedNotice;
  approvalId: string;
  person: string;
  email: string;
}

export interface RecipientParts {
  reads: Transaction;
  seals: DelegationSeals;
  /** People as they are at this moment. */
  people(): readonly Person[];
}

/** Who is told: those asked, and whoever acts for them at this moment. Who has it already is left out. */
export function createFindRecipients({ reads, seals, people }: RecipientParts) {
  const readDelegates = createReadDelegates(seals);
  return async (notices: readonly QueuedNotice[]): Promise<readonly Recipient[]> => {
    const asked = [...new Set(notices.flatMap(({ notice }) => notice.people))];
    const delegates = await readDelegates(reads, { people: asked, at: new Date() });
    const emails = new Map(people().map(({ id, email }) => [id, email]));
    return notices.flatMap((queued) => {
      const { people: own, except } = queued.notice;
      const others = own.flatMap((id) => delegates.get(id) ?? []);
      const left = new Set([...own, ...others]).difference(new Set([...except, ...queued.row.told]));
      return [...left].flatMap((person) => {
        const email = emails.get(person);
        return email === undefined ? [] : [{ queued, approvalId: queued.notice.approvalId, person, email }];
      });
    });
  };
}
