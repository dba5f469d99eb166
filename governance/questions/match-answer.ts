import type { Person } from '#contracts/person.ts';
import type { StrayReason } from '#contracts/question.ts';
import { subjectHash } from '#governance/runs/subject.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findQuestionsByMessageId, type QuestionRow } from '#store/questions.ts';
import { findSubjectOfRun } from '#store/subjects.ts';
import { addressOfColleague } from './colleague.ts';
import { partyOf } from './party.ts';

/** Where a mail stands and who wrote it. */
export interface MailInThread {
  from: string;
  inReplyTo?: string;
  references: readonly string[];
}

/** A mail in the thread of a question that does not answer it. */
export interface Stray {
  question: Pick<QuestionRow, 'id' | 'runId'>;
  why: StrayReason;
}

export type AnswerMatch =
  | { kind: 'answer'; question: QuestionRow }
  | ({ kind: 'stray' } & Stray)
  /** It has nothing to do with any question. */
  | { kind: 'none' };

export type MatchAnswer = (mail: MailInThread) => Promise<AnswerMatch>;

export interface MatchAnswerParts {
  reads: Transaction;
  seals: Seals;
  person(id: string): Person | undefined;
}

/**
 * Tells by the thread which question a mail speaks to, and by its sender whether it is the answer: only whom the question
 * was put to can give it. Later mails in the same thread are mails like any others.
 */
export function createMatchAnswer({ reads, seals, person }: MatchAnswerParts): MatchAnswer {
  return async (mail) => {
    const ids = [...new Set([...(mail.inReplyTo === undefined ? [] : [mail.inReplyTo]), ...mail.references])];
    if (ids.length === 0) return { kind: 'none' };
    const questions = await findQuestionsByMessageId(reads, ids);
    const open = questions.find(({ state }) => state === 'open');
    const question = open ?? questions.find(({ messageId }) => messageId === mail.inReplyTo);
    if (!question) return { kind: 'none' };
    if (!(await isFromAsked(question, mail.from))) return { kind: 'stray', question, why: 'another-sender' };
    return open ? { kind: 'answer', question: open } : { kind: 'stray', question, why: reasonOf(question) };
  };

  async function isFromAsked({ runId, askedOf }: QuestionRow, from: string): Promise<boolean> {
    const party = partyOf(askedOf);
    if (party.kind === 'colleague') return addressOfColleague(person(party.person)) === from;
    return (await findSubjectOfRun(reads, runId))?.addressHash === subjectHash(seals, from);
  }
}

/** Why an answer to a question that is not open any more does not count. */
export function reasonOf({ state }: Pick<QuestionRow, 'state'>): StrayReason {
  return state === 'answered' || state === 'void' ? 'answered-already' : 'too-late';
}
