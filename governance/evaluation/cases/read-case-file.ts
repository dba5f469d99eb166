import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AnswerName } from '#contracts/answers/index.ts';
import { AppError } from '#contracts/errors.ts';
import { parseYaml } from '#governance/registry/parse-yaml.ts';
import { createProblems, type Problems } from '#governance/registry/problems.ts';
import { changedSinceFrozen } from '../frozen-file.ts';
import { CitedCase } from './cited-case.ts';
import { ClassificationCase } from './classification-case.ts';
import { DraftCase } from './draft-case.ts';
import { TextCase } from './text-case.ts';

/** The half that models and rules may be made better by, and the one that says how good they are. */
export const halves = ['development', 'held-out'] as const;
export type Half = (typeof halves)[number];

const caseSchemas = {
  enquiry_classification: ClassificationCase,
  drafted_reply: DraftCase,
  text_answer: TextCase,
  cited_answer: CitedCase,
} as const;
export type CaseOf<Name extends AnswerName> = z.infer<(typeof caseSchemas)[Name]>;

function caseFile<Case extends z.ZodType>(each: Case) {
  return z.strictObject({
    form: z.literal(1),
    /** By `PROCESS/NAME`. */
    prompt: z.string(),
    /** For which the labels were written. */
    promptVersion: z.int(),
    promptSha256: z.string(),
    half: z.enum(halves),
    cases: z.array(each).min(1),
  });
}

export interface CaseFile<Case> {
  half: Half;
  promptVersion: number;
  cases: readonly Case[];
}

interface Wanted<Name extends AnswerName> {
  prompt: string;
  half: Half;
  answer: Name;
}

/** Reads one half of the cases of a prompt, and names every mistake by file, line, case and field. */
export async function readCaseFile<Name extends AnswerName>(
  registryFolder: string,
  { prompt, half, answer }: Wanted<Name>,
): Promise<CaseFile<CaseOf<Name>>> {
  const file = `evals/${prompt}.${half}.yaml`;
  const text = await readUnchanged(join(registryFolder, file), half);
  const problems = createProblems();
  const schema = caseFile(caseSchemas[answer]);
  const entry = parseYaml({ file, text, firstLine: 1 }, { schema, problems: byCase(problems, text) });
  problems.throwIfAny();
  if (!entry) throw new AppError('registry-invalid', `${file} cannot be read`);
  const { value, pointer } = entry;
  const cases = value.cases as CaseOf<Name>[];
  if (value.prompt !== prompt) problems.add(pointer('prompt'), `must be the prompt of its folder; write '${prompt}'`);
  if (value.half !== half) problems.add(pointer('half'), `must be the half in its name; write '${half}'`);
  for (const id of doubled(cases.map(({ id }) => id))) problems.add(file, `has two cases with the id ${id}`);
  problems.throwIfAny();
  return { half, promptVersion: value.promptVersion, cases };
}

async function readUnchanged(path: string, half: Half): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError('registry-invalid', `There are no cases to evaluate by: ${why}`, { cause: error });
  });
  const why = half === 'held-out' ? await changedSinceFrozen(path, bytes) : undefined;
  if (why !== undefined) throw new AppError('registry-invalid', why);
  return bytes.toString('utf8').replaceAll('\r\n', '\n');
}

/** Names a case by its id and not by its place, where it has one. */
function byCase(problems: Problems, text: string): Problems {
  const ids = [...text.matchAll(/^ *- id: *(\S+)/gm)].map(([, id]) => id);
  return {
    ...problems,
    add: (pointer, detail) =>
      problems.add(
        pointer
          .replace(/ cases\.(\d+)\.?/, (place, index: string) => ` case ${ids[Number(index)] ?? place.trim()} `)
          .trim(),
        detail,
      ),
  };
}

function doubled(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
