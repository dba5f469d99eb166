import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessNames } from './names.ts';

export interface ProcessFile {
  /** From the root of the repository. */
  path: string;
  text: string;
}

export interface ProcessOrder {
  names: ProcessNames;
  owner: string;
  /** The day without a review from which it starts no more, such as 2027-06-30. */
  reviewBy: string;
}

/** A process that works as it is: the four files, and the prompt that the registry's one names. */
export function processFiles(order: ProcessOrder): readonly ProcessFile[] {
  const { kebab, prompt } = order.names;
  const places = {
    'contract.ts': `contracts/processes/${kebab}.ts`,
    'workflow.ts': `workflows/processes/${kebab}.ts`,
    'process.yaml': `registry/processes/${kebab}.yaml`,
    'prompt.md': `registry/prompts/${kebab}/${prompt}.prompt.md`,
    'test.ts': `test/processes/${kebab}.test.ts`,
  };
  return Object.entries(places).map(([template, path]) => ({ path, text: filled(template, order) }));
}

/** The templates are the process `answer-question`, which is the simplest one that is complete. */
function filled(template: string, { names, owner, reviewBy }: ProcessOrder): string {
  const text = readFileSync(join(import.meta.dirname, 'templates', `${template}.template`), 'utf8');
  return text
    .replaceAll('draft-question-reply', names.prompt)
    .replaceAll('answer-question', names.kebab)
    .replaceAll('answerQuestion', names.camel)
    .replaceAll('AnswerQuestion', names.pascal)
    .replaceAll('Answer question', names.title)
    .replaceAll('OWNER', owner)
    .replaceAll('REVIEW_BY', reviewBy);
}
