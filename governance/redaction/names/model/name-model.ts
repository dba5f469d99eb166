import { readFileSync } from 'node:fs';

/** What was learned from the documents for development, and the words that people use most. */
export interface NameModel {
  /** Sorted codes of words, in their lowest bits how common each is. */
  commonWords: Uint32Array;
  /** One for each code that a feature may have. */
  weights: Int8Array;
}

/** Made by `dev/prepare/train-name-model.ts`. */
export const modelFile = new URL('./name-model.generated.bin', import.meta.url);
/** How many of a weight's steps make one. */
export const stepsOfOne = 32;

let read: NameModel | undefined;

/** Read when it is first asked for. */
export function nameModel(): NameModel {
  read ??= decodeModel(readFileSync(modelFile));
  return read;
}

export function encodeModel({ commonWords, weights }: NameModel): Uint8Array {
  const count = new Uint8Array(Uint32Array.of(commonWords.length).buffer);
  return Buffer.concat([count, new Uint8Array(commonWords.buffer), new Uint8Array(weights.buffer)]);
}

function decodeModel(file: Uint8Array): NameModel {
  const bytes = Uint8Array.from(file).buffer;
  const [count = 0] = new Uint32Array(bytes, 0, 1);
  const ofWords = Uint32Array.BYTES_PER_ELEMENT;
  return {
    commonWords: new Uint32Array(bytes, ofWords, count),
    weights: new Int8Array(bytes, ofWords + count * ofWords),
  };
}
