import { z } from 'zod';
import { EnquiryCategory, EnquiryClassification } from '../answers/enquiry-classification.ts';
import { Enquiry } from '../enquiry.ts';
import { defineProcess } from '../process-definition.ts';
import { pathEnd } from '../process-path.ts';
import { line } from '../text.ts';

export const RouteEnquiryInput = Enquiry.extend({
  category: EnquiryCategory.exclude(['spam'])
    .default('other')
    .meta({ description: 'What it is about, which decides who is asked.' }),
  language: EnquiryClassification.shape.language
    .optional()
    .meta({ description: 'The language that whoever owns it should speak.' }),
}).meta({ id: 'RouteEnquiryInput', title: 'Enquiry for a person' });
export type RouteEnquiryInput = z.infer<typeof RouteEnquiryInput>;

/** What the owner of an enquiry says when they have seen to it. */
export const EnquirySeenTo = z.strictObject({
  done: line(500).min(1).meta({ title: 'What you did', description: 'It is kept in the CRM.' }),
});
export type EnquirySeenTo = z.infer<typeof EnquirySeenTo>;

export const routeEnquiry = defineProcess({
  name: 'route-enquiry',
  title: 'Find somebody for an enquiry',
  description: 'Asks the right person to see to it, and the next where they do not, until somebody has done it.',
  input: RouteEnquiryInput,
  example: {
    from: 'alice61@brightmail.example',
    name: 'Alice Wainwright',
    subject: 'A visit to your workshop',
    text: 'Hello, our school class would like to see how your furniture is made. Whom may we ask? Alice Wainwright',
    category: 'other',
    language: 'en',
  },
  path: [
    { name: 'logEnquiry', title: 'Log that somebody is sought', nature: 'record', next: ['chooseOwner'] },
    { name: 'chooseOwner', title: 'Find who fits', nature: 'record', next: ['offer', 'own'] },
    { name: 'offer', title: 'Somebody takes it', nature: 'person', next: ['own', 'chooseOwner'] },
    { name: 'own', title: 'Its owner sees to it', nature: 'person', next: ['logDone', 'chooseOwner'] },
    { name: 'logDone', title: 'Log what was done', nature: 'record', next: [pathEnd] },
  ],
  subject: (input) => input.from,
  reference: () => undefined,
  searchText: (input) => [input.from, input.name, input.subject, input.text.slice(0, 4000)].join('\n'),
  forms: { own: EnquirySeenTo },
});
