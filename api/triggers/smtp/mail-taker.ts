import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import type { ReceiveMail } from '#api/use-cases/receive-mail.ts';
import { isAppError } from '#contracts/errors.ts';
import type { Log } from '#platform/log/index.ts';
import { acceptance, refusalFor, tooLarge } from './smtp-reply.ts';

type Reply = (problem?: Error | null, text?: string) => void;

export interface MailTaker {
  onData(stream: SMTPServerDataStream, session: SMTPServerSession, reply: Reply): void;
  /** Resolves once every message that came in whole is answered. */
  settled(): Promise<void>;
}

export interface MailTakerOptions {
  maxBytes: number;
  receiveMail: ReceiveMail;
  log: Log;
}

/** Reads what one DATA command brings, hands it on, and answers with what became of it. */
export function createMailTaker(options: MailTakerOptions): MailTaker {
  const open = new Set<Promise<void>>();
  return {
    onData(stream, session, reply) {
      readWhole(stream, options).then(
        (raw) => {
          const taking = raw
            ? take({ raw, session, reply }, options)
            : Promise.resolve(reply(tooLarge(options.maxBytes)));
          open.add(taking);
          void taking.finally(() => open.delete(taking));
        },
        (error: unknown) => reply(refusalFor(error, options)),
      );
    },
    settled: async () => void (await Promise.all(open)),
  };
}

/** Nothing for a message over the limit, which is read to its end but not kept. */
async function readWhole(stream: SMTPServerDataStream, { maxBytes }: MailTakerOptions): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) chunks.length = 0;
    else chunks.push(chunk);
  }
  return bytes > maxBytes ? undefined : Buffer.concat(chunks);
}

interface Taking {
  raw: Buffer;
  session: SMTPServerSession;
  reply: Reply;
}

async function take({ raw, session, reply }: Taking, options: MailTakerOptions): Promise<void> {
  const { envelope } = session;
  const { receiveMail, log } = options;
  const bytes = raw.length;
  try {
    const receipt = await receiveMail({ raw, envelopeFrom: envelope.mailFrom ? envelope.mailFrom.address : '' });
    log.info({
      event: 'mail-received',
      bytes,
      ...(receipt.kind === 'accepted' ? { run: receipt.run.id } : { ignored: receipt.why }),
    });
    reply(null, acceptance(receipt));
  } catch (error) {
    const answer = refusalFor(error, options);
    if (isAppError(error))
      log.info({ event: 'mail-refused', bytes, answer: answer.responseCode, code: error.code, ...error.facts });
    else log.error({ event: 'mail-not-received', bytes, answer: answer.responseCode, error });
    reply(answer);
  }
}
