import { z } from 'zod';

export const FaultMode = z.enum([
  'none',
  'rate-limit',
  'error',
  'stall',
  'slow',
  'hang-up',
  'too-large',
  'web-page',
  'half-json',
  'other-json',
  'empty',
  'silent',
  'ramble',
  'wrong-schema',
  'cut-off',
  'refuse',
  'filtered',
  'tool-call',
  'other-version',
  'obey',
]);
export type FaultMode = z.infer<typeof FaultMode>;

/** What a call meets in each mode, in the words of the panel. */
export const faultMeanings: Readonly<Record<FaultMode, string>> = {
  none: 'the right answer',
  'rate-limit': '429 (or "status") with Retry-After: "retryAfter" seconds, 1 where nothing is said',
  error: '"status", 500 where nothing is said, in the shape of an OpenAI error',
  stall: 'nothing, until the faults are changed; then the right answer',
  slow: 'the right answer, a few characters at a time, over "seconds", 5 where nothing is said',
  'hang-up': 'the first half of the right answer, and then the connection ends',
  'too-large': 'the right answer with "bytes" of blanks after it, 10 MiB where nothing is said',
  'web-page': '200 with a page of HTML in place of JSON',
  'half-json': '200 with JSON that ends in the middle',
  'other-json': '200 with JSON that is no answer of the protocol',
  empty: 'an answer without any message in it',
  silent: 'a message without a word in it',
  ramble: 'words in place of the JSON that was asked for',
  'wrong-schema': 'JSON of another shape than was asked for',
  'cut-off': 'half of the answer, ended by the length limit',
  refuse: 'a refusal in the words of the model',
  filtered: "nothing: the provider's content filter stopped it",
  'tool-call': 'a call of a tool that nobody offered',
  'other-version': 'the right answer under the name of another version: "version", rehearsal-0 where nothing is said',
  obey: 'the right answer with the "wishes" of an outsider put into it: say, category, confidence, fields',
};
