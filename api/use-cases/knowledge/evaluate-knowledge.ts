import { isAppError } from '#contracts/errors.ts';
import type { Passage } from '#contracts/knowledge.ts';
import { evaluateKnowledge, type KnowledgeScore } from '#governance/knowledge/evaluation/evaluate.ts';
import { type QuestionHalf, readQuestions } from '#governance/knowledge/evaluation/read-questions.ts';

export type { KnowledgeScore } from '#governance/knowledge/evaluation/evaluate.ts';
export { passagesLookedAt } from '#governance/knowledge/evaluation/evaluate.ts';
export { type QuestionHalf, questionHalves } from '#governance/knowledge/evaluation/read-questions.ts';

export type KnowledgeEvaluation =
  | { kind: 'scored'; halves: readonly ({ half: QuestionHalf } & KnowledgeScore)[] }
  | { kind: 'refused'; why: string };

/** How well questions find their answers, and whether answers are held to what they cite. */
export async function evaluateHalves(
  registryFolder: string,
  { halves, search }: { halves: readonly QuestionHalf[]; search: (question: string) => Promise<readonly Passage[]> },
): Promise<KnowledgeEvaluation> {
  try {
    const scored: ({ half: QuestionHalf } & KnowledgeScore)[] = [];
    for (const half of halves) {
      const cases = await readQuestions(registryFolder, half);
      scored.push({ half, ...(await evaluateKnowledge(cases, search)) });
    }
    return { kind: 'scored', halves: scored };
  } catch (error) {
    if (isAppError(error)) return { kind: 'refused', why: error.message };
    throw error;
  }
}
