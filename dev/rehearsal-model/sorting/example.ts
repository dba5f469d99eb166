import type { EnquiryCategory } from '#contracts/answers/enquiry-classification.ts';

/** A text that somebody sorted, and how much is to be learnt from it. */
export interface Example {
  category: EnquiryCategory;
  text: string;
  weight: number;
}
