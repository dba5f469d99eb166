import { type AnswerName, type AnyAnswer, answerSchemas } from '#contracts/answers/index.ts';
import { keepable } from '#contracts/text.ts';

export type ParsedAnswer = { kind: 'usable'; answer: AnyAnswer } | { kind: 'unusable'; problem: string };

/** Holds a model's text against the closed shape it had to have. */
export function parseAnswer(text: string, name: AnswerName): ParsedAnswer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return unusable(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = answerSchemas[name].safeParse(value);
  if (parsed.success) return { kind: 'usable', answer: parsed.data };
  const problems = parsed.error.issues.map((issue) => `/${issue.path.join('/')}: ${issue.message}`);
  return unusable(problems.slice(0, 10).join('; '));
}

/** What a model wrote stands in such words too. */
const longestProblem = 1_000;

function unusable(problem: string): ParsedAnswer {
  return { kind: 'unusable', problem: keepable(problem, longestProblem) };
}
