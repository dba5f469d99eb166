import { redact } from '../redact.ts';
import type { EvaluationDocument } from './parse-documents.ts';

export interface Times {
  units: number;
  rounds: number;
  p50Ms: number;
  p95Ms: number;
}

const units = 4096;
const rounds = 200;
const warmUp = 30;

/** How long 4 KB of the documents take, each time other ones, with the parties that those name. */
export function timeRedaction(documents: readonly EvaluationDocument[], now: () => number): Times {
  const took: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const from = (round + warmUp) % Math.max(1, documents.length);
    const chosen = fill([...documents.slice(from), ...documents.slice(0, from)]);
    const begin = now();
    redact(chosen);
    if (round >= 0) took.push(now() - begin);
  }
  const sorted = took.toSorted((one, other) => one - other);
  return { units, rounds, p50Ms: sorted[rounds * 0.5] ?? 0, p95Ms: sorted[rounds * 0.95] ?? 0 };
}

const mostParties = 3;

function fill(documents: readonly EvaluationDocument[]) {
  let text = '';
  for (const document of documents) {
    if (text.length >= units) break;
    text += `${document.text}\n\n`;
  }
  return {
    text: text.slice(0, units).toWellFormed(),
    parties: documents.flatMap(({ parties }) => parties).slice(0, mostParties),
  };
}
