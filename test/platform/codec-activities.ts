import { ApplicationFailure } from '@temporalio/common';

export const codecActivities = {
  repeat: async (text: string): Promise<string> => text,
  fail: async (text: string): Promise<string> => {
    throw ApplicationFailure.nonRetryable(`secret-activity-failure of ${text}`, 'planned');
  },
  enlarge: async (text: string): Promise<string> => `${text} `.repeat(300_000 / text.length),
};
export type CodecActivities = typeof codecActivities;
