import { listenHttp } from '#dev/http-listener.ts';
import { createDeliveryFolder } from './delivery-folder.ts';
import { createHttpApplication } from './http-application.ts';
import { createMessageStore } from './message-store.ts';
import { listenSmtp } from './smtp-listener.ts';

export type { Message } from './message.ts';

export type Mailbox = { readonly smtpPort: number; readonly httpPort: number; close(): Promise<void> };

export type MailboxOptions = {
  readonly smtpPort: number;
  readonly httpPort: number;
  readonly host?: string;
  readonly folder?: string;
};

/** Catches all mail that is sent on this machine and shows it; port 0 takes any free one. */
export async function startMailbox({
  smtpPort,
  httpPort,
  host = '127.0.0.1',
  folder,
}: MailboxOptions): Promise<Mailbox> {
  const store = await createMessageStore(folder === undefined ? undefined : createDeliveryFolder(folder));
  const smtp = await listenSmtp(store, { port: smtpPort, host });
  try {
    const http = await listenHttp(createHttpApplication(store, smtp), { name: 'mailbox page', port: httpPort, host });
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
