import { parseArgs } from 'node:util';
import { z } from 'zod';

const Options = z.strictObject({
  runs: z.coerce.number().int().min(1_000).max(5_000_000).default(100_000),
  seconds: z.coerce.number().int().min(5).max(600).default(60),
  keep: z.string().optional(),
});

export interface TabOptions {
  /** Runs in the database. */
  runs: number;
  /** How long each state of things is watched. */
  seconds: number;
  /** A folder whose database stays, and is used again the next time. */
  keepFolder?: string;
}

/** Reads `--runs 100000 --seconds 60 --keep FOLDER`. */
export function readOptions(words: readonly string[]): TabOptions | { problem: string } {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...words], options: { runs: text, seconds: text, keep: text } });
    const { runs, seconds, keep } = Options.parse({ ...values });
    return { runs, seconds, ...(keep === undefined ? {} : { keepFolder: keep }) };
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return { problem: `${why}\nWrite npm run bench -- tabs [--runs 100000] [--seconds 60] [--keep FOLDER]` };
  }
}
