import { parseArgs } from 'node:util';
import { z } from 'zod';

export interface Rounds {
  /** How often each thing is measured. */
  rounds: number;
}

/** Reads `--rounds 300` of a bench that knows no other option. */
export function readRounds(bench: string, usual: number): (words: readonly string[]) => Rounds | { problem: string } {
  const Options = z.strictObject({ rounds: z.coerce.number().int().min(1).max(10_000).default(usual) });
  return (words) => {
    try {
      const { values } = parseArgs({ args: [...words], options: { rounds: { type: 'string' } } });
      return Options.parse({ ...values });
    } catch (error) {
      const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      return { problem: `${why}\nWrite npm run bench -- ${bench} [--rounds ${usual}]` };
    }
  };
}
