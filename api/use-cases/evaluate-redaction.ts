import {
  type EvaluationSet,
  heldOut,
  type Miss,
  readSet,
  type Score,
  scoreDocuments,
  type Times,
  timeRedaction,
} from '#governance/redaction/evaluation/index.ts';

export interface Evaluated {
  set: EvaluationSet;
  score: Omit<Score, 'misses'>;
  times: Times;
  /** Of the development sets alone: rules are not written after the other. */
  misses: readonly Miss[];
}

export { developmentSets, heldOut } from '#governance/redaction/evaluation/index.ts';
export type { EvaluationSet, Miss };
export type Evaluation = { kind: 'evaluated'; sets: readonly Evaluated[] } | { kind: 'refused'; why: string };

/** Scores redaction on sets of documents. */
export async function evaluateRedaction(registryFolder: string, sets: readonly EvaluationSet[]): Promise<Evaluation> {
  const evaluated: Evaluated[] = [];
  for (const set of sets) {
    const read = await readSet(registryFolder, set);
    if (read.kind === 'refused') return read;
    const { misses, ...score } = scoreDocuments(read.documents);
    const times = timeRedaction(read.documents, () => performance.now());
    evaluated.push({ set, score, times, misses: set === heldOut ? [] : misses });
  }
  return { kind: 'evaluated', sets: evaluated };
}
