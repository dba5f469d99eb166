import { z } from 'zod';
import { marked } from '../marks.ts';
import { text } from '../text.ts';

export const EnquiryCategory = z.enum([
  'complaint',
  'order-status',
  'refund',
  'billing',
  'sales',
  'support',
  'other',
  'spam',
]);
export type EnquiryCategory = z.infer<typeof EnquiryCategory>;

export const EnquiryClassification = z.strictObject({
  category: EnquiryCategory,
  urgency: z.enum(['low', 'normal', 'high']),
  sentiment: z.enum(['negative', 'neutral', 'positive']),
  confidence: z.number().min(0).max(1),
  reason: marked(text(2000), 'personal.message', 'untrusted'),
  language: z.enum(['en', 'de', 'other']),
  orderNumber: marked(text(40), 'personal.order', 'untrusted').nullable(),
});
export type EnquiryClassification = z.infer<typeof EnquiryClassification>;
