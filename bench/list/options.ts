import { parseArgs } from 'node:util';
import { z } from 'zod';

const Options = z.strictObject({
  runs: z.coerce.number().int().min(1_000).max(5_000_000).default(1_000_000),
  asks: z.coerce.number().int().min(1).max(10_000).default(300),
  keep: z.string().optional(),
});

export interface ListOptions {
  /** Runs in the database. */
  runs: number;
  /** How often each list is asked for. */
  asks: number;
  /** A folder whose database stays, and is used again the next time. */
  keepFolder?: string;
}

/** Reads `--runs 1000000 --asks 300 --keep FOLDER`. */
export function readOptions(words: readonly string[]): ListOptions | { problem: string } {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...words], options: { runs: text, asks: text, keep: text } });
    const { runs, asks, keep } = Options.parse({ ...values });
    return { runs, asks, ...(keep === undefined ? {} : { keepFolder: keep }) };
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return { problem: `${why}\nWrite npm run bench -- list [--runs 1000000] [--asks 300] [--keep FOLDER]` };
  }
}
