import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#contracts/errors.ts';
import { parseYaml } from '#governance/registry/parse-yaml.ts';
import { createProblems } from '#governance/registry/problems.ts';
import { changedSinceFrozen } from '../frozen-file.ts';
import { patternOf } from './pattern.ts';

/** The languages that letters are judged in. */
export const LetterLanguage = z.enum(['en', 'de', 'fr', 'nl']);
export type LetterLanguage = z.infer<typeof LetterLanguage>;

export const ToneSet = z.enum(['base', 'complaint']);
export const PromiseGroup = z.enum(['refund', 'replacement', 'discount', 'call', 'deadline', 'guarantee']);

const Pattern = z.string().refine(isPattern, 'is no regular expression');
const Patterns = z.array(Pattern);

/** Words and patterns that letters are judged by. */
export const LetterWords = z.strictObject({
  languages: z.record(LetterLanguage, z.array(z.string().min(1)).min(1)),
  carriers: z.array(z.string().min(1)),
  promises: z.record(PromiseGroup, Patterns),
  conditional: z.record(LetterLanguage, Pattern),
  meta: Patterns,
  /** The same, where capital letters count. */
  metaCase: Patterns,
  secrets: z.strictObject({ words: Pattern, asks: Pattern, denies: Pattern }),
  tone: z.record(ToneSet, z.record(z.enum(['any', ...LetterLanguage.options]), Patterns)),
  status: z.record(LetterLanguage, Pattern),
});
export type LetterWords = z.infer<typeof LetterWords>;

const file = 'evals/letter-words.yaml';

/** They are frozen with the cases: scores hang on them. */
export async function readLetterWords(registryFolder: string): Promise<LetterWords> {
  const path = join(registryFolder, file);
  const bytes = await readFile(path);
  const why = await changedSinceFrozen(path, bytes);
  if (why !== undefined) throw new AppError('registry-invalid', why);
  const problems = createProblems();
  const entry = parseYaml({ file, text: bytes.toString('utf8'), firstLine: 1 }, { schema: LetterWords, problems });
  problems.throwIfAny();
  if (!entry) throw new AppError('registry-invalid', `${path} cannot be read`);
  return entry.value;
}

function isPattern(written: string): boolean {
  try {
    patternOf(written);
    return true;
  } catch {
    return false;
  }
}
