import { z } from 'zod';
import { Enquiry } from '#contracts/enquiry.ts';
import { isAppError } from '#contracts/errors.ts';
import { type AnswerFound, QuestionState } from '#contracts/question.ts';
import { answerPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { QuestionRow } from '#store/questions.ts';

/** An answer as it is sealed: who handed it in stands in it, since the column beside it is only to find it by. */
export const SealedAnswer = z.strictObject({ enquiry: Enquiry, handedInBy: z.string().optional() });
export type SealedAnswer = z.infer<typeof SealedAnswer>;

/** Reads what a question's row says. An answer counts only as this installation sealed it in that place. */
export function createJudgeAnswer({ seals }: { seals: Pick<Seals, 'read'> }) {
  return async (row: QuestionRow): Promise<AnswerFound> => {
    const { data: state = 'void' } = QuestionState.safeParse(row.state);
    return state === 'answered' ? answered(row) : { kind: state };
  };

  async function answered({ id, answerSealed }: QuestionRow): Promise<AnswerFound> {
    if (!answerSealed) return { kind: 'void' };
    try {
      const sealed = SealedAnswer.safeParse(await seals.read(answerSealed, answerPlace(id)));
      if (!sealed.success) return { kind: 'void' };
      const { enquiry, handedInBy } = sealed.data;
      return { kind: 'answered', answer: enquiry, ...(handedInBy === undefined ? {} : { handedInBy }) };
    } catch (error) {
      if (isAppError(error) && error.code === 'seal-broken') return { kind: 'void' };
      throw error;
    }
  }
}
