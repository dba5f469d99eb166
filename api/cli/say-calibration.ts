import type { CalibratedPrompt, Calibration, ConfidenceLimit } from '#contracts/http/calibration.ts';
import type { Terminal } from './terminal.ts';

type Share = CalibratedPrompt['right'];

/** A reliability table for each prompt and model, and where its limit would lie. */
export function sayCalibration({ say }: Terminal, { errorRate, prompts }: Calibration): void {
  if (prompts.length === 0) say('Nobody has decided on an answer of a model yet, or none that you may see.');
  for (const { process, prompt, promptVersion, model, right, bands, calibrationError, ...rest } of prompts) {
    say(`${process}/${prompt} version ${promptVersion}, answered by ${model}: ${shareText(right)} taken as they were`);
    say('  confidence    answers  mean   right');
    for (const { from, to, meanConfidence, right: inside } of bands)
      say(
        `  ${from.toFixed(1)} to ${to.toFixed(1)}  ${countText(inside.of)}  ${numberText(meanConfidence)}  ${shareText(inside)}`,
      );
    say(`  apart by ${calibrationError.toFixed(3)} on average`);
    say(`  ${limitText(rest.limit, errorRate)}${minimumText(rest.minimumConfidence)}`);
    say();
  }
}

function limitText(limit: ConfidenceLimit, errorRate: number): string {
  if (limit.kind === 'none') return `no confidence is high enough for at most ${percent(errorRate)} wrong.`;
  const { confidence, wrong, isCertain } = limit;
  const doubt = isCertain ? '' : '; too few answers to be certain of it';
  return `at most ${percent(errorRate)} wrong from ${confidence.toFixed(2)} on: ${shareText(wrong)} wrong there${doubt}.`;
}

function minimumText(minimum: number | null): string {
  return minimum === null ? '' : ` The registry has ${minimum.toFixed(2)}.`;
}

function shareText({ hits, of, share, low, high }: Share): string {
  if (share === null) return 'none';
  return `${hits} of ${of} = ${share.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

function countText(count: number): string {
  return String(count).padStart(9);
}

function numberText(value: number | null): string {
  return value === null ? '   -' : value.toFixed(2);
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
