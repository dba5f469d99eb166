import type { MessageClass } from '#contracts/message.ts';
import type { Person } from '#contracts/person.ts';
import type { SendingFacts } from '#contracts/policy.ts';
import type { FoundSubject } from '#governance/runs/subject.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findQuestion } from '#store/questions.ts';
import { addressOfColleague } from './colleague.ts';
import { partyOf } from './party.ts';

/** What a message is and to whom it goes, as policy is asked about it. */
export interface Addressee extends Pick<SendingFacts, 'toSubject' | 'toStaff' | 'firstMessage'> {
  messageClass: Exclude<MessageClass, 'notice'>;
}

export interface AddresseeOrder {
  runId: string;
  address: string;
  /** The question that the message asks. */
  questionId?: string;
}

export type FindAddressee = (tx: Transaction, order: AddresseeOrder) => Promise<Addressee>;

/** Judges an address by the rows and the registry, and not by what a workflow says. */
export function createFindAddressee(parts: {
  findSubject(tx: Transaction, search: { runId: string; address: string }): Promise<FoundSubject>;
  person(id: string): Person | undefined;
}): FindAddressee {
  return async (tx, { runId, address, questionId }) => {
    const question = questionId === undefined ? null : await findQuestion(tx, questionId);
    const asked = question?.runId === runId ? partyOf(question.askedOf) : undefined;
    if (asked?.kind === 'colleague') {
      const toStaff = addressOfColleague(parts.person(asked.person)) === address;
      return { messageClass: 'question', toSubject: false, toStaff, firstMessage: false };
    }
    const found = await parts.findSubject(tx, { runId, address });
    const toSubject = found.kind === 'subject';
    const firstMessage = toSubject && !found.wasWrittenTo;
    return { messageClass: asked ? 'question' : 'reply', toSubject, toStaff: false, firstMessage };
  };
}
