import { ApplicationFailure } from '@temporalio/common';
import { isAppError } from '#contracts/errors.ts';
import type { Activities } from './index.ts';

/** Turns our errors into Temporal's by the one table: what can never work is not tried again. */
export function translateErrors(activities: Activities): Activities {
  const translated = Object.entries(activities).map(([name, activity]) => [name, translate(activity as AnyActivity)]);
  return Object.fromEntries(translated) as Activities;
}

type AnyActivity = (input: unknown) => Promise<unknown>;

function translate(activity: AnyActivity): AnyActivity {
  return async (input) => {
    try {
      return await activity(input);
    } catch (error) {
      if (!isAppError(error)) throw error;
      const { retryAfterMs } = error.facts;
      throw ApplicationFailure.create({
        type: error.code,
        message: error.message,
        nonRetryable: error.row.retry === 'never',
        cause: error,
        ...(typeof retryAfterMs === 'number' ? { nextRetryDelay: retryAfterMs } : {}),
      });
    }
  };
}
