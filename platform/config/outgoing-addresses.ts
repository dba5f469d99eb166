import { isIPv6 } from 'node:net';
import type { SetAddress } from '../egress/list-destinations.ts';
import type { Config } from './read-config.ts';

/** Where these settings lead, for each provider and connector that settings speak of, by its name in the registry. */
export function outgoingAddressesOf({ models, mail }: Config): readonly SetAddress[] {
  const host = isIPv6(mail.host) ? `[${mail.host}]` : mail.host;
  return [
    { asset: 'rehearsal', variable: 'REHEARSAL_BASE_URL', address: models.rehearsal?.baseUrl },
    { asset: 'openai', variable: 'OPENAI_BASE_URL', address: models.openai?.baseUrl },
    { asset: 'smtp', variable: 'MAIL_SMTP_URL', address: `${mail.secure ? 'smtps' : 'smtp'}://${host}:${mail.port}` },
    { asset: 'local-mailbox', variable: 'MAILBOX_URL', address: mail.mailboxUrl },
  ];
}
