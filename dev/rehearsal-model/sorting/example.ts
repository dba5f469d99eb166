import { z } from 'zod';
import { EnquiryCategory } from '#contracts/answers/enquiry-classification.ts';

/** What a letter is about; `unclear` where a reader could not say, or nothing of it is meant for the firm. */
export const Topic = z.enum([...EnquiryCategory.options, 'unclear']);
export type Topic = z.infer<typeof Topic>;

/** What is not meant for the firm, or cannot be understood, is none of the others. */
export function categoryOf(topic: Topic): EnquiryCategory {
  return topic === 'unclear' ? 'other' : topic;
}

/** A text that somebody sorted, and how much is to be learnt from it. */
export interface Example {
  topic: Topic;
  text: string;
  weight: number;
}
