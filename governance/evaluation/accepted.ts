import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { parseYaml } from '#governance/registry/parse-yaml.ts';
import { createProblems } from '#governance/registry/problems.ts';
import { halves } from './cases/read-case-file.ts';

/** How well a model answered a half of the cases when somebody last took that for good enough. */
const Accepted = z
  .strictObject({
    /** By `PROCESS/NAME`. */
    prompt: z.string(),
    version: z.int(),
    model: z.string(),
    /** The version that the model names in its answers. */
    reports: z.string(),
    half: z.enum(halves),
    right: z.int().min(0),
    of: z.int().min(1),
  })
  .refine(({ right, of }) => right <= of, { path: ['right'], error: 'cannot be more than there were' });
export type Accepted = z.infer<typeof Accepted>;

const AcceptedResults = z.strictObject({
  /** By how much the share of right answers may fall. */
  margin: z.number().min(0).max(1),
  results: z.array(Accepted),
});
export type AcceptedResults = z.infer<typeof AcceptedResults>;

const file = 'evals/accepted.yaml';
const heading = `# How well models answered when that was last taken for good enough. A share of right answers that is lower by more than
# the margin fails \`baton eval\`; the margin is a person's to set, the results are written by \`baton eval --accept\`.
`;

export async function readAccepted(registryFolder: string): Promise<AcceptedResults> {
  const text = await readFile(join(registryFolder, file), 'utf8');
  const problems = createProblems();
  const entry = parseYaml({ file, text, firstLine: 1 }, { schema: AcceptedResults, problems });
  problems.throwIfAny();
  if (!entry) throw new Error(`${file} was not read`);
  return entry.value;
}

/** Puts new results in the place of those of the same prompt, version, model and half. */
export async function writeAccepted(registryFolder: string, results: readonly Accepted[]): Promise<void> {
  const { margin, results: known } = await readAccepted(registryFolder);
  const news = new Map(results.map((result) => [keyOf(result), result]));
  const kept = known.filter((result) => !news.has(keyOf(result)));
  const all = [...kept, ...results].toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const path = join(registryFolder, file);
  await writeFile(`${path}.new`, heading + stringify({ margin, results: all }));
  await rename(`${path}.new`, path);
}

function keyOf({ prompt, version, model, half }: Accepted): string {
  return [prompt, model, half, String(version).padStart(6, '0')].join(' ');
}

/** A share of right answers that is lower than the accepted one by more than the margin. */
export interface Fall {
  now: Accepted;
  accepted: Accepted;
}

/** So that 0.8 less 0.77 is not more than 0.03. */
const rounding = 1e-9;

/** Compares with what was last accepted of the same prompt and model, of whichever version of the prompt that was. */
export function fallsSince({ margin, results }: AcceptedResults, now: readonly Accepted[]): Fall[] {
  return now.flatMap((result) => {
    const last = lastOf(results, result);
    return last && last.right / last.of - result.right / result.of > margin + rounding
      ? [{ now: result, accepted: last }]
      : [];
  });
}

/** What was accepted of the highest version. */
function lastOf(results: readonly Accepted[], { prompt, model, half }: Accepted): Accepted | undefined {
  const same = results.filter((each) => each.prompt === prompt && each.model === model && each.half === half);
  return same.toSorted((one, other) => one.version - other.version).at(-1);
}
