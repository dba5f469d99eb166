import type { Enquiry } from '#contracts/enquiry.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { answerPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { countDispatch, insertDispatch, nextDispatch } from '#store/new-dispatch.ts';
import { addRunSearch } from '#store/new-run.ts';
import { answerQuestion, type QuestionRow } from '#store/questions.ts';
import { writeTogether } from '#store/write-together.ts';
import type { SealedAnswer } from './judge-answer.ts';

export interface AnswerToWrite {
  question: QuestionRow;
  enquiry: Enquiry;
  /** The person who brought it, where it did not come by mail itself. */
  handedInBy?: string;
  fingerprint: string;
}

export type WriteAnswer = (tx: Transaction, answer: AnswerToWrite) => Promise<boolean>;

const searched = 4000;

/**
 * Writes the answer to a question that still waits, with the ledger entry and the order to signal. False where it waits no
 * more: somebody was faster, its time is over, or its run was ended. Locks in the order that decisions do: the run, then the row.
 */
export function createWriteAnswer({ ledger, seals }: { ledger: Ledger; seals: Seals }): WriteAnswer {
  return async (tx, { question, enquiry, handedInBy, fingerprint }) => {
    const { id, runId, askedOf } = question;
    const answer: SealedAnswer = { enquiry, ...(handedInBy === undefined ? {} : { handedInBy }) };
    const answerSealed = await seals.sealUnlessErased(runId, answer, answerPlace(id));
    if (!answerSealed) return false;
    const body = { question: id, from: askedOf, fingerprint };
    const entry = { kind: 'answer-received', runId, actor: handedInBy ?? 'intake', body } as const;
    return writeTogether(tx, {
      condition: nextDispatch(runId, { standing: true }),
      claim: answerQuestion(id, { at: new Date(), answerSealed, handedInBy: handedInBy ?? null }),
      writes: [
        await ledger.entries(entry),
        countDispatch(),
        insertDispatch({ kind: 'answer', payload: { questionId: id } }),
        addRunSearch(enquiry.text.slice(0, searched)),
      ],
    });
  };
}
