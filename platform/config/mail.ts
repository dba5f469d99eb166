import type { z } from 'zod';
import type { ConfigProblem } from './config-error.ts';
import type { Auth } from './host.ts';
import type { Ports } from './ports.ts';
import { address, text, variable } from './variable.ts';

/** How mail leaves and where it comes in. */
export interface MailConfig {
  /** The SMTP server that takes our messages; the password is a secret. */
  host: string;
  port: number;
  secure: boolean;
  user?: string;
  from: string;
  /** Mail from these domains is our own: recorded, never answered. */
  ownDomains: readonly string[];
  intake: { host: string; port: number };
  /** Where the mailbox of the local stack is read; on a server there is none. */
  mailboxUrl?: string;
}

const mailbox = text.regex(/^[^\s@<>]+@[^\s@<>]+$/, 'must be a bare mail address');
const domains = text
  .transform((list) => list.toLowerCase().split(/[\s,]+/))
  .refine((list) => list.every((domain) => /^[a-z0-9.-]+$/.test(domain)), 'must be domain names with commas between');

export const mailVariables = {
  MAIL_SMTP_URL: variable(address(['smtp', 'smtps']).optional(), {
    write: 'MAIL_SMTP_URL=smtps://user:password@mail.example:465',
    secret: true,
  }),
  MAIL_FROM: variable(mailbox.default('service@alderfinch.example'), { write: 'MAIL_FROM=service@alderfinch.example' }),
  MAIL_OWN_DOMAINS: variable(domains.optional(), { write: 'MAIL_OWN_DOMAINS=alderfinch.example' }),
  MAILBOX_URL: variable(address(['http']).optional(), { write: 'MAILBOX_URL=http://127.0.0.1:8025' }),
  SMTP_HOST: variable(text.optional(), { write: 'SMTP_HOST=127.0.0.1' }),
};

type MailValues = z.infer<z.ZodObject<typeof mailVariables>> & { BATON_HOST: string };

export function readMail(values: MailValues, ports: Ports): MailConfig {
  return {
    ...outgoing(values.MAIL_SMTP_URL ?? `smtp://127.0.0.1:${ports.mailboxSmtp}`),
    from: values.MAIL_FROM,
    ownDomains: values.MAIL_OWN_DOMAINS ?? [values.MAIL_FROM.split('@')[1]?.toLowerCase() ?? ''],
    intake: { host: values.SMTP_HOST ?? values.BATON_HOST, port: ports.smtp },
    ...(values.MAILBOX_URL && { mailboxUrl: values.MAILBOX_URL.replace(/\/+$/, '') }),
  };
}

/** It shows everybody's mail to whoever is signed in. */
export function findOpenMailbox({ auth, mail }: { auth: Auth; mail: MailConfig }): ConfigProblem[] {
  if (auth.kind === 'dev' || mail.mailboxUrl === undefined) return [];
  const problem = "names the mailbox of a local stack, which shows everybody's mail, while BATON_AUTH is keys";
  return [{ name: 'MAILBOX_URL', problem, write: 'no MAILBOX_URL' }];
}

export function readSmtpPassword(values: MailValues): string | undefined {
  const { password } = new URL(values.MAIL_SMTP_URL ?? 'smtp://127.0.0.1');
  return password ? decodeURIComponent(password) : undefined;
}

function outgoing(smtpUrl: string): Pick<MailConfig, 'host' | 'port' | 'secure' | 'user'> {
  const { protocol, hostname, port, username } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  const defaultPort = secure ? 465 : 587;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : defaultPort,
    secure,
    ...(username && { user: decodeURIComponent(username) }),
  };
}
