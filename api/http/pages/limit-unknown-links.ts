import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError, isAppError } from '#contracts/errors.ts';

/** So many links that nobody knows are answered in a minute, from one address and in all. */
export interface UnknownLinkLimits {
  fromOne: number;
  inAll: number;
}

const usualLimits: UnknownLinkLimits = { fromOne: 60, inAll: 600 };
const minuteSeconds = 60;

/**
 * Tells whoever tries link after link to stop. A link that is known is never refused for it: many people may share an
 * address, and nobody who floods this one may keep them from their tasks.
 */
export function createLimitUnknownLinks({ fromOne, inAll }: UnknownLinkLimits = usualLimits) {
  const all = new RateLimiterMemory({ points: inAll, duration: minuteSeconds });
  const one = new RateLimiterMemory({ points: fromOne, duration: minuteSeconds });

  return async (error: unknown, address: string): Promise<unknown> => {
    if (!isAppError(error) || error.code !== 'link-unknown') return error;
    try {
      // The sum first: it also bounds for how many addresses a count is kept.
      await all.consume('all');
      await one.consume(address);
      return error;
    } catch (limit) {
      if (limit instanceof RateLimiterRes) return tooMany(limit);
      throw limit;
    }
  };
}

function tooMany({ msBeforeNext }: RateLimiterRes): AppError {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new AppError(
    'too-many-requests',
    `Too many links that nobody knows were tried: come back in ${retryAfterSeconds} seconds`,
    { facts: { retryAfterSeconds } },
  );
}
