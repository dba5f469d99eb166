import { parseArgs } from 'node:util';
import { z } from 'zod';

const Options = z.strictObject({
  runs: z.coerce.number().int().min(1).max(5_000).default(300),
  'at-once': z.coerce.number().int().min(1).max(200).default(50),
  tasks: z.coerce.number().int().min(1).max(50_000).default(10_000),
});

export interface ApprovalOptions {
  /** Runs that find the maximum load, and again so many at half of it. */
  runs: number;
  /** Runs at once while the maximum is found. */
  atOnce: number;
  /** Runs that wait for a person. */
  tasks: number;
}

/** Reads `--runs 300 --at-once 50 --tasks 10000`. */
export function readOptions(words: readonly string[]): ApprovalOptions | { problem: string } {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...words], options: { runs: text, 'at-once': text, tasks: text } });
    const { runs, 'at-once': atOnce, tasks } = Options.parse({ ...values });
    return { runs, atOnce, tasks };
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return { problem: `${why}\nWrite npm run bench -- approval [--runs 300] [--at-once 50] [--tasks 10000]` };
  }
}
