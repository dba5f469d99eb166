import type { MessageClass } from '#contracts/message.ts';
import type { Person } from '#contracts/person.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findQuestion } from '#store/questions.ts';
import { addressOfColleague } from './colleague.ts';
import { partyOf } from './party.ts';

/** What a message is and to whom it goes, as policy is asked about it. */
export interface Addressee {
  messageClass: Exclude<MessageClass, 'notice'>;
  /** It goes to the person the run is about. */
  toSubject: boolean;
  /** It goes to the colleague a question was put to, at the address that the registry knows now. */
  toStaff: boolean;
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
  isSubject(tx: Transaction, search: { runId: string; address: string }): Promise<boolean>;
  person(id: string): Person | undefined;
}): FindAddressee {
  return async (tx, { runId, address, questionId }) => {
    const question = questionId === undefined ? null : await findQuestion(tx, questionId);
    const asked = question?.runId === runId ? partyOf(question.askedOf) : undefined;
    const toStaff = asked?.kind === 'colleague' && addressOfColleague(parts.person(asked.person)) === address;
    const toSubject = asked?.kind === 'colleague' ? false : await parts.isSubject(tx, { runId, address });
    return { messageClass: asked ? 'question' : 'reply', toSubject, toStaff };
  };
}
