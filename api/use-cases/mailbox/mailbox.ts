import { AppError } from '#contracts/errors.ts';
import {
  MailboxMessage,
  MailboxMessageItem,
  type MailboxMessageList,
  type MailSampleList,
  type MailSampleSent,
} from '#contracts/http/mailbox.ts';
import type { KeptMessage, MailboxPort } from '#contracts/ports/mailbox.ts';

const mostShown = 200;

/** What the mailbox of the local stack shows. */
export interface Mailbox {
  list(): Promise<MailboxMessageList>;
  show(id: string): Promise<MailboxMessage>;
  /** The HTML part of a message as its sender wrote it. */
  html(id: string): Promise<string>;
  samples(): Promise<MailSampleList>;
  send(file: string): Promise<MailSampleSent>;
}

export function createMailbox(port: MailboxPort): Mailbox {
  const find = async (id: string): Promise<KeptMessage> => {
    const message = (await port.messages()).find((each) => each.id === id);
    if (message) return message;
    throw new AppError('not-found', `There is no message ${id} in the mailbox: it may have been emptied`);
  };
  return {
    list: async () => {
      const messages = await port.messages();
      return {
        items: messages.slice(0, mostShown).map((message) => MailboxMessageItem.parse(message)),
        more: messages.length > mostShown,
      };
    },
    show: async (id) => MailboxMessage.parse(await find(id)),
    html: async (id) => {
      const { html } = await find(id);
      if (html !== undefined) return html;
      throw new AppError('not-found', `The message ${id} has no HTML part`);
    },
    samples: async () => ({ items: [...(await port.samples())] }),
    send: async (file) => {
      const sent = await port.sendSample(file);
      if (sent) return sent;
      throw new AppError('not-found', `There is no sample ${file}: GET /api/mailbox/samples names those there are`);
    },
  };
}
