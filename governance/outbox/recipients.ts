import type { Person } from '#contracts/person.ts';
import { ableToAgree, askedNow, type PeopleNow } from '#governance/approvals/able-to-agree.ts';
import type { MayDecide } from '#governance/approvals/may-decide.ts';
import { createReadDelegates, type DelegationSeals } from '#governance/approvals/read-delegations.ts';
import { termsOf } from '#governance/approvals/terms.ts';
import type { Transaction } from '#platform/database/client.ts';
import { listToldApprovals, type ToldApproval } from '#store/told-approvals.ts';
import type { QueuedNotice } from './queued-notice.ts';

/** Somebody a notice is still to reach. */
export interface Recipient {
  queued: QueuedNotice;
  approvalId: string;
  person: string;
  email: string;
}

/** Whom a notice is still to reach: whoever may agree, or where nobody may, whoever can see to it that somebody may. */
export interface FoundRecipients {
  queued: QueuedNotice;
  isStranded: boolean;
  recipients: readonly Recipient[];
}

export interface RecipientParts {
  reads: Transaction;
  seals: DelegationSeals;
  rights: MayDecide;
  /** People as they are at this moment. */
  people(): readonly Person[];
}

/**
 * Who is told: those asked, and whoever acts for them at this moment, as far as they may agree. Who has it already is
 * left out. A task that nobody may agree to is told of to those who may manage it.
 */
export function createFindRecipients({ reads, seals, people, rights }: RecipientParts) {
  const readDelegates = createReadDelegates(seals);

  return async (notices: readonly QueuedNotice[]): Promise<readonly FoundRecipients[]> => {
    const tasks = await listToldApprovals(reads, [...new Set(notices.map(({ notice }) => notice.approvalId))]);
    const now = await peopleNow(tasks);
    const byId = new Map(tasks.map((task) => [task.id, task]));
    return notices.map((queued) => {
      const task = byId.get(queued.notice.approvalId);
      return task ? recipientsOf(queued, task, now) : { queued, isStranded: false, recipients: [] };
    });
  };

  async function peopleNow(tasks: readonly ToldApproval[]): Promise<PeopleNow> {
    const all = people();
    const asked = new Set(tasks.flatMap((task) => askedNow(task, all)).map(({ id }) => id));
    const delegates = await readDelegates(reads, { people: [...asked], at: new Date() });
    const delegatesOf = (id: string) => all.filter((other) => delegates.get(id)?.includes(other.id));
    return { people: all, delegatesOf };
  }

  function recipientsOf(queued: QueuedNotice, task: ToldApproval, now: PeopleNow): FoundRecipients {
    const asked = askedNow(task, now.people);
    const able = (who: readonly Person[]) =>
      ableToAgree(rights, task, { ...now, people: who }).filter(({ id }) => !queued.notice.except.includes(id));
    const deciders = able(asked.filter(({ id }) => queued.notice.people.includes(id)));
    const isStranded = deciders.length === 0 && task.state === 'open' && able(asked).length === 0;
    const told = isStranded ? now.people.filter((by) => mayManage(task, by)) : deciders;
    return { queued, isStranded, recipients: reached(queued, told) };
  }

  function mayManage(task: ToldApproval, by: Person): boolean {
    return rights.mayManage(task, { terms: termsOf(task), stage: task.stage, by });
  }
}

/** Each once, by the address they have now. */
function reached(queued: QueuedNotice, people: readonly Person[]): Recipient[] {
  const { approvalId } = queued.notice;
  const left = [...new Set(people)].filter(({ id }) => !queued.row.told.includes(id));
  return left.flatMap(({ id: person, email }) => (email === undefined ? [] : [{ queued, approvalId, person, email }]));
}
