import { join } from 'node:path';
import { listenHttp } from '#dev/http-listener.ts';
import { createDeliveryFolder } from './delivery-folder.ts';
import type { Intake } from './hand-in.ts';
import { createHttpApplication } from './http-application.ts';
import { createMessageStore, type MessageStore } from './message-store.ts';
import { createSampleDesk } from './sample-desk.ts';
import { listenSmtp } from './smtp-listener.ts';

export type { Message } from './message.ts';

export type Mailbox = { readonly smtpPort: number; readonly httpPort: number; close(): Promise<void> };

export type MailboxOptions = {
  readonly smtpPort: number;
  readonly httpPort: number;
  readonly host?: string;
  readonly folder?: string;
  /** Where samples are sent to; without it there are none to send. */
  readonly intake?: Intake;
};

/** Catches all mail that is sent on this machine and shows it; port 0 takes any free one. */
export async function startMailbox({
  smtpPort,
  httpPort,
  host = '127.0.0.1',
  folder,
  intake,
}: MailboxOptions): Promise<Mailbox> {
  const store = await openStore(folder);
  const samples = intake && createSampleDesk(await openStore(folder && join(folder, 'sent-in')), intake);
  const smtp = await listenSmtp(store, { port: smtpPort, host });
  try {
    const http = await listenHttp(createHttpApplication({ store, smtp, samples }), {
      name: 'mailbox page',
      port: httpPort,
      host,
    });
    return {
      smtpPort: smtp.port,
      httpPort: http.port,
      close: async () => void (await Promise.all([smtp.close(), http.close()])),
    };
  } catch (problem) {
    await smtp.close();
    throw problem;
  }
}

function openStore(folder: string | undefined): Promise<MessageStore> {
  return createMessageStore(folder === undefined ? undefined : createDeliveryFolder(folder));
}
