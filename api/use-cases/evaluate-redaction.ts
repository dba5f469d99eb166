import {
  type Half,
  type Miss,
  readHalf,
  type Score,
  scoreDocuments,
  type Times,
  timeRedaction,
} from '#governance/redaction/evaluation/index.ts';

export interface Evaluated {
  half: Half;
  score: Omit<Score, 'misses'>;
  times: Times;
  /** Of the development half alone: rules are not written after the other. */
  misses: readonly Miss[];
}

export type { Half, Miss };
export type Evaluation = { kind: 'evaluated'; halves: readonly Evaluated[] } | { kind: 'refused'; why: string };

/** Scores redaction on halves of the evaluation set. */
export async function evaluateRedaction(registryFolder: string, halves: readonly Half[]): Promise<Evaluation> {
  const evaluated: Evaluated[] = [];
  for (const half of halves) {
    const read = await readHalf(registryFolder, half);
    if (read.kind === 'refused') return read;
    const { misses, ...score } = scoreDocuments(read.documents);
    const times = timeRedaction(read.documents, () => performance.now());
    evaluated.push({ half, score, times, misses: half === 'development' ? misses : [] });
  }
  return { kind: 'evaluated', halves: evaluated };
}
