import type { Mailbox } from '#api/use-cases/mailbox/mailbox.ts';
import type { Route } from '../../app/route.ts';
import { listMailboxRoute } from './list-mailbox.ts';
import { listSamplesRoute } from './list-samples.ts';
import { sendSampleRoute } from './send-sample.ts';
import { showMessageRoute } from './show-message.ts';
import { showMessageHtmlRoute } from './show-message-html.ts';

/** The routes that are there where the local stack has a mailbox, and nowhere else. */
export function mailboxRoutes(mailbox: Mailbox | undefined): readonly Route[] {
  if (!mailbox) return [];
  return [
    listMailboxRoute(mailbox),
    showMessageRoute(mailbox),
    showMessageHtmlRoute(mailbox),
    listSamplesRoute(mailbox),
    sendSampleRoute(mailbox),
  ];
}
