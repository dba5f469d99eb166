import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { MailAttachment, MailHandover, MailPort, MailToSend } from '#contracts/ports/mail.ts';
import type { Connect } from '#platform/egress/index.ts';
import { readFailure } from './read-failure.ts';
import { replyCode } from './reply-code.ts';
import { subjectHeader } from './subject-header.ts';

export interface SmtpOptions {
  host: string;
  port: number;
  secure: boolean;
  user?: string;
  password?: string;
  /** How long one exchange may take, in milliseconds. */
  timeoutMs: number;
  connect: Connect;
}

type GiveSocket = (error: Error | null, opened?: { connection: Socket; requireTLS: boolean }) => void;

export interface SmtpMail extends MailPort {
  close(): void;
}

const connections = 5;

/**
 * Hands messages to one SMTP server, over a few kept connections. It never sends a message twice on its own, and says nothing
 * in clear on the internet: a server there that offers no TLS gets none.
 */
export function createSmtpMail(options: SmtpOptions): SmtpMail {
  const { host, port, secure, user, password, timeoutMs, connect } = options;
  const place = { scheme: secure ? 'smtps' : 'smtp', host, port } as const;
  const transport = createTransport({
    host,
    port,
    secure,
    getSocket: (_options: unknown, give: GiveSocket) => {
      connect(place).then(
        ({ socket, reach }) => give(null, { connection: socket, requireTLS: reach === 'public' }),
        give,
      );
    },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    pool: true,
    maxConnections: connections,
    // A message whose connection broke may have arrived: whether to send it again is not the pool's to say.
    maxRequeues: 0,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const leaving = new WeakMap<object, () => void>();
  transport.use('stream', (mail, done) => {
    const markLeaving = leaving.get(mail.data.headers ?? {});
    mail.message?.processFunc((content) => Readable.from(announce(content as AsyncIterable<Buffer>, markLeaving)));
    done();
  });

  return {
    sideBySide: connections,
    handOver: async (mail): Promise<MailHandover> => {
      let left = false;
      const headers = { ...mail.headers };
      leaving.set(headers, () => {
        left = true;
      });
      try {
        const info = await transport.sendMail({ ...fields(mail), headers });
        const words = String(info.response).slice(0, 500);
        return { kind: 'accepted', response: replyCode(words) ?? 'accepted', words };
      } catch (error) {
        return readFailure(error, { left });
      }
    },
    close: () => transport.close(),
  };
}

/** Says when the first byte is asked for: from then on the message may have arrived, whatever happens. */
async function* announce(
  content: AsyncIterable<Buffer>,
  markLeaving: (() => void) | undefined,
): AsyncGenerator<Buffer> {
  markLeaving?.();
  yield* content;
}

function fields({ from, to, subject, text, messageId, inReplyTo, references, attachments = [] }: MailToSend) {
  return {
    from,
    to: [...to],
    subject: subjectHeader(subject),
    text,
    messageId,
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(references.length === 0 ? {} : { references: [...references] }),
    attachments: attachments.map(attached),
  };
}

/** In base64, so that no server on the way mends a line end of what was signed. */
function attached({ name, mediaType, content }: MailAttachment) {
  return {
    filename: name,
    content: Buffer.from(content),
    contentType: mediaType,
    contentDisposition: 'attachment',
    contentTransferEncoding: 'base64',
  } as const;
}
