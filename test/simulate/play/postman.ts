import { handIn } from '#dev/mailbox/hand-in.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { PlannedMail } from '../plan/planned-mail.ts';
import { type MailToWrite, rawMailOf } from '../plan/raw-mail.ts';
import { persist } from './persist.ts';
import type { Programs } from './programs.ts';

/** One mail that was delivered, and the run that each delivery was told of; none where nobody will answer it. */
export interface Delivery {
  mail: PlannedMail;
  runs: readonly (string | null)[];
}

/** Brings mail to the doors, as often as it takes until somebody says that it is taken. */
export interface Postman {
  deliver(mail: PlannedMail): Promise<void>;
  /** A mail that no plan has, such as the answer to a question. */
  bring(mail: MailToWrite): Promise<string | null>;
  deliveries(): readonly Delivery[];
  /** The mail that a run or its parent was started by. */
  mailOf(runId: string): PlannedMail | undefined;
}

export function createPostman({ stack, programs }: { stack: Stack; programs: Programs }): Postman {
  const deliveries: Delivery[] = [];
  const mailOfRun = new Map<string, PlannedMail>();
  const runsOfMail = new Map<number, string>();
  const intake = { host: '127.0.0.1', port: programs.intakePort, recipient: 'service@alderfinch.example' };

  const bring = (mail: MailToWrite) => bringRaw(rawMailOf(mail), mail.from);

  return {
    bring,
    deliver: async (mail) => {
      const inReplyTo = mail.follows === null ? undefined : await answerTo(mail.follows);
      const once = doorFor(mail, { ...mail, inReplyTo });
      const runs = await Promise.all(Array.from({ length: mail.copies }, once));
      const [first] = runs.filter((run) => run !== null);
      deliveries.push({ mail, runs });
      if (first === undefined) return;
      mailOfRun.set(first, mail);
      runsOfMail.set(mail.number, first);
    },
    deliveries: () => deliveries,
    mailOf: (runId) => mailOfRun.get(runId),
  };

  function doorFor(mail: PlannedMail, written: MailToWrite): () => Promise<string | null> {
    const raw = rawMailOf(written);
    switch (mail.door) {
      case 'smtp':
        return () => bringRaw(raw, mail.from);
      case 'http':
        return () => persist(`mail ${mail.number} to be handed in`, () => handedIn(raw));
      case 'form':
        return () => persist(`mail ${mail.number} to be typed in`, () => typedIn(mail));
    }
  }

  /** A mail server keeps what was refused for now. */
  function bringRaw(raw: string, from: string): Promise<string | null> {
    return persist('a mail to be taken in', async () => {
      const { taken, answer, run } = await handIn(Buffer.from(raw), { from, intake });
      if (!taken) throw new Error(answer);
      return run ?? null;
    });
  }

  async function handedIn(raw: string): Promise<string | null> {
    const { status, runId } = await programs.as('sam').mail(raw);
    if (status >= 300) throw new Error(`the API answered ${status}`);
    return runId === '' ? null : runId;
  }

  async function typedIn({ from, name, subject, text, messageId }: PlannedMail): Promise<string> {
    const input = { from, name, subject, text, messageId };
    const { status, runId } = await programs.as('sam').start('triage-enquiry', input, messageId);
    if (runId === '') throw new Error(`the API answered ${status}`);
    return runId;
  }

  /** The Message-ID of what was answered, where that has left by now. */
  async function answerTo(number: number): Promise<string | undefined> {
    const runId = runsOfMail.get(number);
    if (runId === undefined) return undefined;
    const family = { OR: [{ id: runId }, { parentRunId: runId }] };
    const ofFamily = async () => {
      const runs = await stack.database.direct.run.findMany({ where: family, select: { id: true } });
      const ids = runs.map(({ id }) => id);
      return stack.database.direct.outboxMessage.findFirst({
        where: { runId: { in: ids }, state: 'sent', messageClass: 'reply' },
      });
    };
    return (await persist('the answer to be looked up', ofFamily))?.messageId;
  }
}
