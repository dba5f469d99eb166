import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { ReceiveMail } from '#api/use-cases/receive-mail.ts';
import { AppError } from '#contracts/errors.ts';
import type { Log } from '#platform/log/index.ts';
import { reasonOf } from '#platform/log/reason-of.ts';
import { createMailTaker, type MailTaker } from './mail-taker.ts';
import { createOpenSockets } from './open-sockets.ts';
import { refusal } from './smtp-reply.ts';

export interface SmtpIntakeOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  maxBytes: number;
  /** Mail for anybody else is refused: nothing is relayed. Lower case. */
  ownDomains: readonly string[];
  receiveMail: ReceiveMail;
  log: Log;
  limits?: Partial<SmtpLimits>;
}

export interface SmtpLimits {
  connections: number;
  recipients: number;
  /** How long a sender may say nothing, and how long a connection may last in all. */
  silenceMs: number;
  sessionMs: number;
}

export interface SmtpIntake {
  port: number;
  /** Takes nothing more; what came in whole is still answered. */
  close(): Promise<void>;
}

const usualLimits: SmtpLimits = { connections: 20, recipients: 100, silenceMs: 60_000, sessionMs: 600_000 };

/** Takes mail in by SMTP. A message is answered 250 only once it is committed, so that its sender keeps it until then. */
export async function startSmtpIntake(options: SmtpIntakeOptions): Promise<SmtpIntake> {
  const taker = createMailTaker(options);
  const limits = { ...usualLimits, ...options.limits };
  const sockets = createOpenSockets(limits.sessionMs);
  const server = createServer({ ...options, limits }, taker);
  server.server.on('connection', sockets.watch);
  const port = await listen(server, options);
  return {
    port,
    async close() {
      const closed = new Promise<void>((resolve) => void server.close(resolve));
      await taker.settled();
      sockets.endAll();
      await closed;
    },
  };
}

function createServer(options: SmtpIntakeOptions & { limits: SmtpLimits }, { onData }: MailTaker): SMTPServer {
  const { limits } = options;
  const server = new SMTPServer({
    banner: 'Baton mail intake',
    logger: false,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: options.maxBytes,
    maxClients: limits.connections,
    maxRecipients: limits.recipients,
    socketTimeout: limits.silenceMs,
    onRcptTo: ({ address }, _session, reply) =>
      reply(isOwn(address, options) ? null : refusal(550, '5.7.1 Mail for this domain is not taken here')),
    onData,
  });
  server.on('error', (error) => options.log.debug({ event: 'smtp-session-failed', reason: reasonOf(error) }));
  return server;
}

function isOwn(address: string, { ownDomains }: SmtpIntakeOptions): boolean {
  return ownDomains.includes(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
}

async function listen(server: SMTPServer, { host, port }: SmtpIntakeOptions): Promise<number> {
  server.listen(port, host);
  try {
    await once(server.server, 'listening');
  } catch (cause) {
    const detail = `Mail cannot be taken in on ${host}:${port}: stop what uses that port, or set SMTP_PORT to another`;
    throw new AppError('config-invalid', detail, { cause });
  }
  return (server.server.address() as AddressInfo).port;
}
