import { z } from 'zod';
import { AppError } from '#contracts/errors.ts';
import { type MailboxDirection, MailSample, MailSampleSent } from '#contracts/http/mailbox.ts';
import type { KeptMessage, MailboxPort } from '#contracts/ports/mailbox.ts';
import type { Fetch } from '#platform/egress/index.ts';
import { KeptMail, messageOf } from './kept-mail.ts';

/** Reads the mailbox of the local stack, and has it send samples. */
export function createLocalMailbox(url: string, fetch: Fetch): MailboxPort {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    try {
      return await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(30_000) });
    } catch (cause) {
      throw unavailable(`${url} does not answer`, cause);
    }
  };
  const read = async <Schema extends z.ZodType>(response: Response, schema: Schema): Promise<z.output<Schema>> => {
    if (response.ok) return schema.parse(await response.json());
    throw unavailable(`${url} answers ${response.status} ${(await response.text()).slice(0, 300)}`);
  };
  const list = async (direction: MailboxDirection, path: string): Promise<KeptMessage[]> =>
    (await read(await ask(path), z.array(KeptMail))).map((mail) => messageOf(mail, direction));
  return {
    messages: async () => {
      const both = await Promise.all([list('out', '/messages'), list('in', '/sent-in')]);
      return both.flat().toSorted((one, other) => other.at.localeCompare(one.at));
    },
    samples: async () => read(await ask('/samples'), z.array(MailSample)),
    sendSample: async (file) => {
      const response = await ask(`/samples/${encodeURIComponent(file)}`, { method: 'POST' });
      if (response.status === 404) return undefined;
      const sent = await read(response, MailSampleSent);
      return { ...sent, message: `in-${sent.message}` };
    },
  };
}

function unavailable(what: string, cause?: unknown): AppError {
  return new AppError('mail-unavailable', `The mailbox of this machine ${what}: see whether npm start still runs`, {
    cause,
  });
}
