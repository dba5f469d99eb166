import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { EnquiryCategory } from '#contracts/answers/enquiry-classification.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { readKeywords } from '../keywords/read-keywords.ts';
import { readLetter } from '../letter.ts';
import { type Example, Topic } from './example.ts';
import { textToSort } from './text-to-sort.ts';

const weightOfLetter = 2;
/** The strongest phrase counts for less than a letter. */
const weightOfPhrase = 1 / 3;

/** Everything the sorter learns from: phrases, letters of ours, and the cases of evaluation that may be read. */
export function readExamples(): Example[] {
  return [...phrases(), ...letters(), ...developmentCases()];
}

export function phrases(): Example[] {
  const keywords = Object.entries(readKeywords());
  return keywords.flatMap(([category, lists]) =>
    lists
      .flatMap((list) => Object.entries(list))
      .map(([phrase, strength]) => ({
        topic: EnquiryCategory.parse(category),
        text: phrase.replaceAll('*', ''),
        weight: strength * weightOfPhrase,
      })),
  );
}

/** One letter a line, its subject before the bar. */
export function letters(): Example[] {
  return Topic.options.flatMap((topic) => {
    const file = new URL(`letters/${topic}.txt`, import.meta.url);
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    return lines.map((line) => {
      const [subject = '', body = ''] = line.split(' | ');
      return letterExample(topic, { subject, body });
    });
  });
}

const Cases = z.object({
  cases: z.array(
    z.object({
      input: z.object({ subject: z.string(), text: z.string() }),
      expected: z.object({ category: EnquiryCategory, unsure: z.boolean() }),
    }),
  ),
});

export function developmentCases(): Example[] {
  const file = join(repositoryRoot, 'registry/evals/triage-enquiry/classify-enquiry.development.yaml');
  const { cases } = Cases.parse(parse(readFileSync(file, 'utf8')));
  return cases.map(({ input: { subject, text }, expected: { category, unsure } }) =>
    letterExample(unsure && category === 'other' ? 'unclear' : category, { subject, body: text }),
  );
}

function letterExample(topic: Topic, { subject, body }: { subject: string; body: string }): Example {
  const text = textToSort(readLetter(`Subject: ${subject}\n\n${body}`));
  return { topic, text, weight: weightOfLetter };
}
