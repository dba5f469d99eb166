import { parseArgs } from 'node:util';
import { z } from 'zod';

const Options = z.strictObject({ rounds: z.coerce.number().int().min(1).max(10_000).default(50) });

export interface PolicyOptions {
  /** How often each question is asked. */
  rounds: number;
}

/** Reads `--rounds 50`. */
export function readOptions(words: readonly string[]): PolicyOptions | { problem: string } {
  try {
    const { values } = parseArgs({ args: [...words], options: { rounds: { type: 'string' } } });
    return Options.parse({ ...values });
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return { problem: `${why}\nWrite npm run bench -- policy [--rounds 50]` };
  }
}
