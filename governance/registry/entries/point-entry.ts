import { z } from 'zod';
import { Audience } from '#contracts/approval-terms.ts';
import { ApprovalPoint } from '#contracts/snapshot.ts';
import { Name, WrittenSpan } from './words.ts';

/** A point of a process where people are asked, with its times as people write them. */
export const PointEntry = ApprovalPoint.extend({
  calendar: Name.optional(),
  due: WrittenSpan.optional(),
  remind: z.array(WrittenSpan).default([]),
  escalate: z.array(z.strictObject({ after: WrittenSpan, ask: Audience })).default([]),
  expires: WrittenSpan.optional(),
});
export type PointEntry = z.infer<typeof PointEntry>;
