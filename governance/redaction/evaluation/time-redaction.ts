import { quantile } from '#governance/evaluation/quantile.ts';
import { ownTime } from '../own-time.ts';
import { redact } from '../redact.ts';
import type { EvaluationDocument } from './parse-documents.ts';

export interface Times {
  units: number;
  rounds: number;
  p50Ms: number;
  p95Ms: number;
  /** The same in time of the processor, which other work on the machine lengthens less. */
  ownP95Ms: number;
}

const units = 4096;
const rounds = 200;
const warmUp = 30;

/** How long 4 KB of the documents take, each time other ones, with the parties that those name. */
export function timeRedaction(documents: readonly EvaluationDocument[], now: () => number): Times {
  const took: number[] = [];
  const worked: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const from = (round + warmUp) % Math.max(1, documents.length);
    const chosen = fill([...documents.slice(from), ...documents.slice(0, from)]);
    const [begin, ownBegin] = [now(), ownTime()];
    redact(chosen);
    if (round < 0) continue;
    took.push(now() - begin);
    worked.push(ownTime() - ownBegin);
  }
  return { units, rounds, p50Ms: quantile(took, 0.5), p95Ms: quantile(took, 0.95), ownP95Ms: quantile(worked, 0.95) };
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
