import type { MailSample, MailSampleSent } from '#contracts/http/mailbox.ts';
import { readSample, samples } from '#dev/samples/index.ts';
import { handIn, type Intake } from './hand-in.ts';
import { readMessage } from './message.ts';
import type { MessageStore, StoredMessage } from './message-store.ts';
import { asNewMail, withTrace } from './new-mail.ts';

export type SampleDesk = {
  list(): Promise<readonly MailSample[]>;
  /** Copies of what was sent, in the order in which it was. */
  sent(): readonly StoredMessage[];
  send(file: string): Promise<MailSampleSent>;
};

/** Sends samples to Baton as a customer would, each time as a mail of its own, and keeps a copy. */
export function createSampleDesk(store: MessageStore, intake: Intake): SampleDesk {
  let known: Promise<readonly MailSample[]> | undefined;
  return {
    list: () => (known ??= Promise.all(samples.map(describe))),
    sent: store.list,
    async send(file) {
      const raw = asNewMail(await readSample(file));
      const from = await senderOf(raw);
      const { answer, run } = await handIn(raw, { from, intake });
      const trace = {
        'X-Baton-Sample': file,
        'X-Baton-Answer': answer,
        ...(run === undefined ? {} : { 'X-Baton-Run': run }),
      };
      const { message } = await store.add({ envelope: { from, to: [intake.recipient] }, raw: withTrace(raw, trace) });
      return { message: message.id, run: run ?? null, answer };
    },
  };
}

async function describe({ file, note, handling, expectedCategory }: (typeof samples)[number]): Promise<MailSample> {
  const { from, subject } = await messageOf(await readSample(file));
  return { file, note, from, subject, handling, ...(expectedCategory === undefined ? {} : { expectedCategory }) };
}

/** The null sender is what bounces come from. */
async function senderOf(raw: Buffer): Promise<string> {
  const { headers, from } = await messageOf(raw);
  return headers['return-path'] === '<>' ? '' : from;
}

function messageOf(raw: Buffer) {
  return readMessage({ id: '', receivedAt: new Date(), envelope: { from: '', to: [] }, raw });
}
