import { createReceiveMail, type MailReceipt } from '#api/use-cases/receive-mail.ts';
import { composeIntake } from '#governance/intake/index.ts';
import type { QuestionRow } from '#store/questions.ts';
import { eventually } from './eventually.ts';
import type { Stack } from './open-stack.ts';

/** A mail that somebody writes back. */
export interface WrittenBack {
  from: string;
  /** The Message-ID it replies to. */
  to: string;
  text: string;
  references?: readonly string[];
  messageId?: string;
  /** Further header lines. */
  headers?: readonly string[];
}

/** Answers as they come in by mail, through the same use case that every door for mail calls. */
export interface Answers {
  /** Waits for the question of a run that waits for its answer, once it has left. */
  question(runId: string): Promise<QuestionRow>;
  receive(mail: WrittenBack, handedInBy?: string): Promise<MailReceipt>;
}

let written = 0;

export function answersOf({ database, foundation, config }: Stack): Answers {
  const ownMessageIdHost = config.mail.from.slice(config.mail.from.lastIndexOf('@') + 1).toLowerCase();
  const own = { ownDomains: config.mail.ownDomains, ownMessageIdHost };
  const receiveMail = createReceiveMail({ intake: composeIntake({ database, foundation }), own });
  return {
    question: (runId) =>
      eventually(`a question of ${runId} that waits`, () =>
        database.direct.question.findFirst({ where: { runId, state: 'open', askedAt: { not: null } } }),
      ),
    receive: (mail, by) => {
      const person = by === undefined ? undefined : foundation.registry.person(by);
      const handedIn = person ? { handedInBy: person } : { envelopeFrom: mail.from };
      return receiveMail({ raw: Buffer.from(rawAnswer(mail)), ...handedIn });
    },
  };
}

/** The mail as it comes over the wire. */
export function rawAnswer({ from, to, text, references = [], messageId, headers = [] }: WrittenBack): string {
  written += 1;
  const fields = [
    `From: ${from}`,
    'To: service@alderfinch.example',
    'Subject: Re: Your question',
    'Date: Mon, 23 Nov 2026 10:00:00 +0000',
    `Message-ID: ${messageId ?? `<answer-${written}@${from.slice(from.indexOf('@') + 1)}>`}`,
    `In-Reply-To: ${to}`,
    `References: ${[...references, to].join(' ')}`,
    ...headers,
  ];
  return [...fields, '', ...text.split('\n')].join('\r\n');
}
