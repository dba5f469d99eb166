import { z } from 'zod';
import type { Mailbox } from '#api/use-cases/mailbox/mailbox.ts';
import { MailboxMessageId } from '#contracts/http/mailbox.ts';
import { defineRoute } from '../../app/route.ts';

/** What anybody may have written: it runs nothing, loads nothing, leads nowhere, and is of no origin, wherever it is opened. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "frame-ancestors 'self'",
  'sandbox',
];

export const showMessageHtmlRoute = ({ html }: Pick<Mailbox, 'html'>) =>
  defineRoute({
    method: 'get',
    path: '/api/mailbox/messages/{id}/html',
    summary: 'The HTML part of a message, to be shown in a frame of its own',
    tag: 'mailbox',
    access: 'person',
    request: { params: MailboxMessageId },
    responses: { 200: { description: 'HTML as it came', schema: z.string(), mediaType: 'text/html' } },
    handle: async ({ params }) => ({
      status: 200,
      body: await html(params.id),
      mediaType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': policy.join('; '), 'Referrer-Policy': 'no-referrer' },
    }),
  });
