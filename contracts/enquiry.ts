import { z } from 'zod';
import { marked } from './marks.ts';
import { EmailAddress, line, MessageId, text } from './text.ts';

/** One e-mail from a customer, as every process that answers mail takes it. */
export const Enquiry = z
  .strictObject({
    from: marked(EmailAddress, 'personal.email').meta({
      description: "The customer's address; replies go here and nowhere else.",
    }),
    name: marked(line(200), 'personal.name', 'untrusted')
      .optional()
      .meta({ description: "The customer's name as the mail gives it." }),
    subject: marked(line(998), 'personal.message', 'untrusted').default('').meta({ description: 'Subject line.' }),
    text: marked(text(200_000), 'personal.message', 'untrusted').meta({
      description: 'The message in plain text.',
    }),
    messageId: MessageId.optional().meta({
      description: 'Message-ID of the mail, so that the reply joins its thread.',
    }),
    references: z.array(MessageId).max(100).default([]).meta({ description: 'Message-IDs of the thread so far.' }),
    receivedAt: z.iso.datetime({ offset: true }).optional().meta({ description: 'When it came in.' }),
    attachments: z
      .array(
        z.strictObject({
          name: marked(line(255), 'personal.message', 'untrusted'),
          type: marked(line(255), 'untrusted'),
          size: z.int().min(0),
        }),
      )
      .max(100)
      .default([])
      .meta({ description: 'Names, types and sizes in bytes of what was attached; the contents are not used.' }),
    flags: z.array(line(200)).max(20).default([]).meta({ description: 'What was odd about the mail, if anything.' }),
  })
  .meta({ id: 'Enquiry', title: 'Enquiry' });
export type Enquiry = z.infer<typeof Enquiry>;
