import { z } from 'zod';
import { Wishes } from '../obey.ts';
import { FaultMode } from './fault-mode.ts';

/** How the model misbehaves on purpose in one call. */
const Misbehaviour = z.strictObject({
  mode: FaultMode,
  status: z.int().min(400).max(599).exactOptional(),
  retryAfter: z.number().nonnegative().exactOptional(),
  seconds: z.number().positive().max(600).exactOptional(),
  bytes: z
    .int()
    .positive()
    .max(64 * 1024 * 1024)
    .exactOptional(),
  version: z.string().min(1).exactOptional(),
  wishes: Wishes.exactOptional(),
});
export type Misbehaviour = z.infer<typeof Misbehaviour>;

/** For so many calls, or until it is told to stop; for calls of one model, or of any. */
export const Fault = Misbehaviour.extend({
  times: z.int().positive().exactOptional(),
  model: z.string().min(1).exactOptional(),
});
export type Fault = z.infer<typeof Fault>;

/** One fault, or a sequence: of those whose model and times allow it, a call meets the first. */
export const Faults = z.preprocess((said) => (Array.isArray(said) ? said : [said]), z.array(Fault));

/** A header names a mode, or is the JSON of a fault. */
export const FaultOfHeader = z.string().transform(readHeader).pipe(Misbehaviour);

function readHeader(text: string): unknown {
  if (!text.startsWith('{')) return { mode: text };
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
