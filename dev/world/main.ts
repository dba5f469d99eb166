// What stands in for the world outside on one machine: the mailbox that catches our mail, and the rehearsal model.
import { join } from 'node:path';
import { reachableHost } from '#dev/local-stack/reachable-host.ts';
import { startMailbox } from '#dev/mailbox/index.ts';
import { startRehearsalModel } from '#dev/rehearsal-model/index.ts';
import { loadConfig } from '#platform/config/index.ts';
import { createLifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { reportReady } from '#platform/lifecycle/report-ready.ts';
import { createLog } from '#platform/log/index.ts';

const { home, logLevel, mail, ports } = loadConfig();
const log = createLog({ name: 'world', level: logLevel });
const lifecycle = createLifecycle(log);
const host = '127.0.0.1';

const mailbox = await startMailbox({
  smtpPort: ports.mailboxSmtp,
  httpPort: ports.mailbox,
  host,
  folder: join(home, 'mailbox'),
  intake: { host: reachableHost(mail.intake.host), port: mail.intake.port, recipient: mail.from },
});
lifecycle.onClose('mailbox', () => mailbox.close());
const model = await startRehearsalModel({ port: ports.model, host });
lifecycle.onClose('rehearsal model', () => model.close());
reportReady();
