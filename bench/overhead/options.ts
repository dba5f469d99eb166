import { parseArgs } from 'node:util';
import { z } from 'zod';

const Options = z.strictObject({
  runs: z.coerce.number().int().min(1).max(5_000).default(500),
  'at-once': z.coerce.number().int().min(1).max(200).default(50),
  /** A folder for CPU profiles of both workers. */
  profile: z.string().optional(),
});

export interface OverheadOptions {
  /** Runs of each contender, without those that warm it up. */
  runs: number;
  atOnce: number;
  profileFolder?: string;
}

/** Reads `--runs 500 --at-once 50 --profile FOLDER`. */
export function readOptions(words: readonly string[]): OverheadOptions | { problem: string } {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...words], options: { runs: text, 'at-once': text, profile: text } });
    const { runs, 'at-once': atOnce, profile } = Options.parse({ ...values });
    return { runs, atOnce, ...(profile === undefined ? {} : { profileFolder: profile }) };
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return { problem: `${why}\nWrite npm run bench -- overhead [--runs 500] [--at-once 50] [--profile FOLDER]` };
  }
}
