import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { EnquiryCategory } from '#contracts/answers/enquiry-classification.ts';
import type { Phrases } from '../phrase.ts';

/** By category, phrases by how strongly they speak for it. */
const Keywords = z.record(EnquiryCategory, z.record(z.coerce.number<string>(), z.array(z.string().min(1))));

/** Those of all languages: a mail in one may hold words of another. */
const languages = ['english', 'german', 'french', 'dutch', 'other'] as const;

/** What speaks for each category, in any language. */
export function readKeywords(): Readonly<Record<EnquiryCategory, readonly Phrases[]>> {
  const read = languages.map((language) => {
    const file = new URL(`${language}.yaml`, import.meta.url);
    return Keywords.parse(parse(readFileSync(file, 'utf8')));
  });
  const entries = EnquiryCategory.options.map((category) => [category, read.map((each) => weighed(each[category]))]);
  return Object.fromEntries(entries);
}

function weighed(byWeight: z.infer<typeof Keywords>[EnquiryCategory]): Phrases {
  const entries = Object.entries(byWeight);
  return Object.fromEntries(entries.flatMap(([weight, phrases]) => phrases.map((phrase) => [phrase, Number(weight)])));
}
