import { z } from 'zod';
import { EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';
import { CustomerWords } from '#contracts/prompts/customer-words.ts';
import { caseFields } from './case-fields.ts';

const { category, urgency, sentiment, language, orderNumber } = EnquiryClassification.shape;

/** Fields that are scored apart from the category. */
export const sideFields = ['urgency', 'sentiment', 'language', 'orderNumber'] as const;

/** A mail with what it is about. */
export const ClassificationCase = z.strictObject({
  ...caseFields,
  input: CustomerWords,
  expected: z.strictObject({
    category,
    /** What the words of the prompt would bear as well. */
    alsoCategory: z.array(category).optional(),
    urgency,
    sentiment,
    language,
    orderNumber,
    /** The prompt wants a low confidence: the mail is unclear, or tries to steer. */
    unsure: z.boolean(),
    /** Fields on which two careful readers may differ. */
    open: z.array(z.enum(sideFields)),
  }),
});
export type ClassificationCase = z.infer<typeof ClassificationCase>;
