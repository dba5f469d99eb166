import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#contracts/errors.ts';
import { changedSinceFrozen } from '#governance/evaluation/frozen-file.ts';
import { parseYaml } from '#governance/registry/parse-yaml.ts';
import { createProblems } from '#governance/registry/problems.ts';

/** The half that searching may be made better by, and the one written apart that says how good it is. */
export const questionHalves = ['development', 'held-out'] as const;
export type QuestionHalf = (typeof questionHalves)[number];

const Question = z.strictObject({
  name: z.string(),
  language: z.enum(['en', 'de']),
  kind: z.enum(['plain', 'paraphrase', 'typing-errors']),
  question: z.string().min(1),
  /** Any one of these answers it. */
  articles: z.array(z.string()).min(1),
  /** Words that the answering passage holds. */
  says: z.array(z.string().min(2)).min(1),
});
export type KnowledgeCase = z.infer<typeof Question>;

/** Reads one half. The held-out one has to be the very bytes that were frozen. */
export async function readQuestions(registryFolder: string, half: QuestionHalf): Promise<readonly KnowledgeCase[]> {
  const file = `evals/knowledge/${half}.yaml`;
  const path = join(registryFolder, file);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new AppError('registry-invalid', `There are no questions to evaluate by: ${String(error)}`, { cause: error });
  });
  const why = half === 'held-out' ? await changedSinceFrozen(path, bytes) : undefined;
  if (why !== undefined) throw new AppError('registry-invalid', why);
  const problems = createProblems();
  const source = { file, text: bytes.toString('utf8').replaceAll('\r\n', '\n'), firstLine: 1 };
  const entry = parseYaml(source, { schema: z.array(Question).min(1), problems });
  problems.throwIfAny();
  return entry?.value ?? [];
}
