import { z } from 'zod';

/** Ends at which a run may have given up after it did something. */
export const GivenUp = z.enum([
  'cancelled',
  'failed',
  'blocked',
  'withdrawn',
  'rejected',
  'expired',
  'undeliverable',
  'unconfirmed',
]);

/** At which of them what a run of the process did is taken back. */
export const PinnedUndo = z.strictObject({ at: z.array(GivenUp).min(1) });
export type PinnedUndo = z.infer<typeof PinnedUndo>;

/** What the ledger knows of a step as its run gives up; `left`: it is a person's to see to since an earlier execution. */
export type Happened = 'done' | 'perhaps' | 'left';

/** Why something that was done stays. */
export type WhyLeft = 'cannot' | 'perhaps' | 'refused' | 'failed';

/** What came of taking one step back. */
export type Undone =
  | { kind: 'undone'; how: 'noted' | 'released' | 'withdrawn' }
  | { kind: 'left'; why: WhyLeft; words?: string };
