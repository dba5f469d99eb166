import type { Person } from '#contracts/person.ts';
import type { ToldApproval } from '#store/told-approvals.ts';
import { mayActFor } from './may-act-for.ts';
import type { MayDecide, Word } from './may-decide.ts';
import { askedIn, termsOf, wordsOf, wordsOfPerson } from './terms.ts';

/** People as they are at a moment, and who acts for each then. */
export interface PeopleNow {
  people: readonly Person[];
  delegatesOf(id: string): readonly Person[];
}

/** Who may agree to a task: of those it asks, and of those who act for them, whoever the policy permits. */
export function ableToAgree(rights: MayDecide, task: ToldApproval, { people, delegatesOf }: PeopleNow): Person[] {
  const { stage } = task;
  const terms = termsOf(task);
  const word = (by: Person): Word => ({ terms, stage, by, decision: 'approve' });
  const delegates = people.flatMap((own) =>
    delegatesOf(own.id).filter((by) => mayActFor(rights, task, { ...word(by), other: own })),
  );
  return [...people.filter((by) => rights.mayDecide(task, word(by))), ...delegates];
}

/** Whom a task asks now. */
export function askedNow(task: ToldApproval, people: readonly Person[]): Person[] {
  const { stage, nextStep } = task;
  const words = wordsOf(askedIn(termsOf(task), { stage, nextStep }));
  return people.filter((person) => wordsOfPerson(person).some((word) => words.includes(word)));
}
