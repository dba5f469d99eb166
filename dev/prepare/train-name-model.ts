// Learns from the documents for development which words are names, and writes the weights beside what reads them.
import { rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { developmentSets, type EvaluationSet, readSet } from '#governance/redaction/evaluation/read-set.ts';
import { encodeModel, modelFile } from '#governance/redaction/names/model/name-model.ts';
import { readCommonWords } from './name-model/common-word-lists.ts';
import { type LabelledSet, learnNames } from './name-model/learn-names.ts';

/** Twenty documents of this one come from a template, of the others two to five. */
const [manyOfATemplate] = developmentSets;

export async function readLabelledSet(registryFolder: string, set: EvaluationSet): Promise<LabelledSet> {
  const read = await readSet(registryFolder, set);
  if (read.kind === 'refused') throw new Error(read.why);
  return { documents: read.documents, counts: set === manyOfATemplate ? 0.5 : 1 };
}

async function train(registryFolder: string): Promise<void> {
  const sets = await Promise.all(developmentSets.map((set) => readLabelledSet(registryFolder, set)));
  const model = learnNames(sets, await readCommonWords());
  const unfinished = `${fileURLToPath(modelFile)}.${process.pid}`;
  await writeFile(unfinished, encodeModel(model));
  await rename(unfinished, modelFile);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await train(join(resolve(process.argv[2] ?? join(import.meta.dirname, '../..')), 'registry'));
}
