import { z } from 'zod';
import { marked } from '../marks.ts';

/** What somebody wrote to the firm; it may be longer than one message, where they were asked something since. */
export const CustomerWords = z.strictObject({
  subject: marked(z.string(), 'personal.message', 'untrusted'),
  text: marked(z.string(), 'personal.message', 'untrusted'),
});
export type CustomerWords = z.infer<typeof CustomerWords>;
