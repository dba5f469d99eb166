import { z } from 'zod';
import { line } from '../text.ts';
import { When } from './page.ts';

export const ApprovalStatsQuery = z
  .strictObject({
    process: line(200).optional(),
    point: line(200).optional(),
    person: line(200).optional().meta({ description: 'Only tasks this person decided.' }),
    from: When.optional().meta({ description: 'Tasks opened at or after this time.' }),
    to: When.optional().meta({ description: 'Tasks opened before this time.' }),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    path: ['to'],
    error: 'must be later than from',
  });
export type ApprovalStatsQuery = z.infer<typeof ApprovalStatsQuery>;

const Share = z.number().min(0).max(1).nullable();

export const ApprovalFigures = z
  .object({
    opened: z.int(),
    decided: z.int().meta({ description: 'Approved, edited, rejected, clarified or taken over.' }),
    approved: z.int(),
    edited: z.int(),
    rejected: z.int(),
    clarified: z.int().meta({ description: 'Decided by asking the customer or a colleague.' }),
    takenOver: z.int().meta({ description: 'Somebody does it by hand.' }),
    expired: z.int().meta({ description: 'Nobody decided in time; never counted as rejected.' }),
    withdrawn: z.int(),
    void: z.int().meta({ description: 'What was found as their decision did not hold.' }),
    open: z.int(),
    overdue: z.int().meta({ description: 'Open, and past the time they were due.' }),
    secondsToDecision: z
      .object({ p50: z.number(), p90: z.number(), p99: z.number() })
      .nullable()
      .meta({ description: 'From open to decision; null where nothing was decided.' }),
    shares: z
      .object({ edited: Share, rejected: Share, expired: Share })
      .meta({ description: 'Edited and rejected of those decided, expired of those decided or expired.' }),
  })
  .meta({ id: 'ApprovalFigures' });
export type ApprovalFigures = z.infer<typeof ApprovalFigures>;

export const ApprovalStats = z
  .object({
    total: ApprovalFigures,
    processes: z.array(ApprovalFigures.extend({ process: z.string() })),
    points: z.array(ApprovalFigures.extend({ process: z.string(), point: z.string() })),
    people: z.array(ApprovalFigures.extend({ person: z.string() })).meta({
      description: 'What each person decided, as far as you may see it; your own figures always.',
    }),
  })
  .meta({ id: 'ApprovalStats' });
export type ApprovalStats = z.infer<typeof ApprovalStats>;
