import { readFile } from 'node:fs/promises';
import { type Sample, samples } from './catalogue.ts';

export { type Sample, samples } from './catalogue.ts';

/** What a fresh installation starts with: a complaint, an order-status question with a known order, a routine enquiry. */
export const startingSamples: readonly Sample[] = [
  'complaint-broken-lamp-plain.eml',
  'order-status-known-order-plain.eml',
  'sales-linden-lamp-in-black.eml',
].map(findSample);

/** The raw bytes of one sample, as they would arrive by SMTP. */
export async function readSample(file: string): Promise<Buffer> {
  return readFile(new URL(findSample(file).file, import.meta.url));
}

function findSample(file: string): Sample {
  const sample = samples.find((candidate) => candidate.file === file);
  if (!sample) throw new Error(`There is no sample "${file}" in dev/samples; the list is in dev/samples/catalogue.ts.`);
  return sample;
}
