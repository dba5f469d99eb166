import { startSmtpIntake } from '#api/triggers/smtp/smtp-intake.ts';
import { createReceiveMail, type ReceiveMail } from '#api/use-cases/receive-mail.ts';
import type { Foundation } from '#governance/foundation.ts';
import { composeIntake } from '#governance/intake/index.ts';
import { mailLimits } from '#governance/intake/limits.ts';
import type { Config } from '#platform/config/index.ts';
import type { Database } from '#platform/database/client.ts';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import type { Log } from '#platform/log/index.ts';

export interface MailParts {
  config: Config;
  database: Database;
  foundation: Foundation;
  log: Log;
  lifecycle: Lifecycle;
  port: number;
}

/** Mail coming in: the SMTP door, and the verb that every door for mail calls. */
export async function composeMail(parts: MailParts): Promise<{ receiveMail: ReceiveMail; port: number }> {
  const { config, database, foundation, log, lifecycle, port } = parts;
  const { from, ownDomains, intake } = config.mail;
  const ownMessageIdHost = from.slice(from.lastIndexOf('@') + 1).toLowerCase();
  const receiveMail = createReceiveMail({
    intake: composeIntake({ database, foundation }),
    own: { ownDomains, ownMessageIdHost },
  });
  const smtp = await startSmtpIntake({
    host: intake.host,
    port,
    maxBytes: mailLimits.bytes,
    ownDomains,
    receiveMail,
    log,
  });
  lifecycle.onClose('mail intake', smtp.close);
  return { receiveMail, port: smtp.port };
}
