import { parseArgs } from 'node:util';
import { z } from 'zod';

const Options = z.strictObject({ rounds: z.coerce.number().int().min(1).max(10_000).default(300) });

export interface GuardOptions {
  /** How often each effect is done, each time in a run of its own. */
  rounds: number;
}

/** Reads `--rounds 300`. */
export function readOptions(words: readonly string[]): GuardOptions | { problem: string } {
  try {
    const { values } = parseArgs({ args: [...words], options: { rounds: { type: 'string' } } });
    return Options.parse({ ...values });
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return { problem: `${why}\nWrite npm run bench -- guard [--rounds 300]` };
  }
}
