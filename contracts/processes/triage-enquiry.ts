import type { z } from 'zod';
import { Enquiry } from '../enquiry.ts';
import { defineProcess } from '../process-definition.ts';

export const TriageEnquiryInput = Enquiry;
export type TriageEnquiryInput = z.infer<typeof TriageEnquiryInput>;

export const triageEnquiry = defineProcess({
  name: 'triage-enquiry',
  title: 'Triage an enquiry',
  description: 'Classifies an e-mail, logs it in the CRM, drafts an answer and has the right person approve it.',
  input: TriageEnquiryInput,
  subject: (input) => input.from,
  reference: () => undefined,
  searchText: (input) => [input.from, input.name, input.subject, input.text.slice(0, 4000)].join('\n'),
});
