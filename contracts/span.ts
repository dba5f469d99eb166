import { z } from 'zod';
import { parseDuration } from './duration.ts';
import { AppError } from './errors.ts';

const mostCounted = 999;

/** How long something may take: time that always passes, or the time and days people work by a calendar. */
export const Span = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('elapsed'), ms: z.int().positive() }),
  z.strictObject({
    kind: z.literal('business'),
    minutes: z
      .int()
      .positive()
      .max(mostCounted * 60),
  }),
  z.strictObject({ kind: z.literal('businessDays'), days: z.int().positive().max(mostCounted) }),
]);
export type Span = z.infer<typeof Span>;

/** Reads a span as people write it: '4 business hours', '2 business days', or any duration, such as '4 hours'. */
export function parseSpan(text: string): Span {
  if (!text.includes('business')) return { kind: 'elapsed', ms: parseDuration(text) };
  const [, count, unit] = /^([1-9]\d{0,2}) business (minute|hour|day)s?$/.exec(text) ?? [];
  switch (unit) {
    case 'minute':
      return { kind: 'business', minutes: Number(count) };
    case 'hour':
      return { kind: 'business', minutes: Number(count) * 60 };
    case 'day':
      return { kind: 'businessDays', days: Number(count) };
    default: {
      const advice = `write a whole number up to ${mostCounted} and business minutes, hours or days, such as '4 business hours'`;
      throw new AppError('input-invalid', `'${text}' is not a span of business time; ${advice}`);
    }
  }
}
