import { z } from 'zod';
import { EnquiryCategory } from '../answers/enquiry-classification.ts';
import { Moment } from './page.ts';

export const MailboxDirection = z.enum(['out', 'in']);
export type MailboxDirection = z.infer<typeof MailboxDirection>;

export const MailboxMessageItem = z
  .object({
    id: z.string(),
    direction: MailboxDirection.meta({ description: '`out`: Baton sent it. `in`: it was sent to Baton from here.' }),
    from: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    at: Moment,
    runs: z.array(z.string()).meta({ description: 'The runs it belongs to.' }),
    sample: z.string().nullable().meta({ description: 'The sample it is a copy of.' }),
  })
  .meta({ id: 'MailboxMessageItem' });
export type MailboxMessageItem = z.infer<typeof MailboxMessageItem>;

const MailboxAttachment = z.object({ name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string() });

export const MailboxMessage = MailboxMessageItem.extend({
  text: z.string(),
  hasHtml: z.boolean().meta({ description: 'Whether there is a HTML part, to be shown apart from everything else.' }),
  messageId: z.string(),
  answer: z.string().nullable().meta({ description: 'What Baton said to a message that was sent to it.' }),
  attachments: z.array(MailboxAttachment),
}).meta({ id: 'MailboxMessage' });
export type MailboxMessage = z.infer<typeof MailboxMessage>;

export const MailboxMessageList = z
  .object({
    items: z.array(MailboxMessageItem),
    more: z.boolean().meta({ description: 'Whether older ones are left out.' }),
  })
  .meta({ id: 'MailboxMessageList' });
export type MailboxMessageList = z.infer<typeof MailboxMessageList>;

export const MailboxMessageId = z.object({
  id: z.string().regex(/^(out|in)-\d{8}$/, 'must be the id of a message in the mailbox'),
});

/** An e-mail to try things with, and what a reader would say it is. */
export const MailSample = z
  .object({
    file: z.string(),
    note: z.string().meta({ description: 'What it shows.' }),
    from: z.string(),
    subject: z.string(),
    handling: z.enum(['process', 'ignore']).meta({ description: '`ignore`: no run should come of it.' }),
    expectedCategory: EnquiryCategory.optional(),
  })
  .meta({ id: 'MailSample' });
export type MailSample = z.infer<typeof MailSample>;

export const MailSampleList = z.object({ items: z.array(MailSample) }).meta({ id: 'MailSampleList' });
export type MailSampleList = z.infer<typeof MailSampleList>;

export const MailSampleFile = z.object({
  file: z.string().regex(/^[a-z0-9-]{1,100}[.]eml$/, 'must be the file of a sample'),
});

/** What became of a sample that was sent. */
export const MailSampleSent = z
  .object({
    message: z.string().meta({ description: 'The id of its copy in the mailbox.' }),
    run: z.string().nullable().meta({ description: 'The run it started.' }),
    answer: z.string().meta({ description: 'What Baton said to it, as mail servers do.' }),
  })
  .meta({ id: 'MailSampleSent' });
export type MailSampleSent = z.infer<typeof MailSampleSent>;
