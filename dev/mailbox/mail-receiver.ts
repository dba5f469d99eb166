import type { SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import type { Fault } from './fault.ts';
import type { MessageStore } from './message-store.ts';
import { readData } from './read-data.ts';

type Reply = (problem?: Error | null, message?: string) => void;

export type MailReceiver = Required<Pick<SMTPServerOptions, 'onRcptTo' | 'onData' | 'onClose'>> & {
  fault(): Fault;
  setFault(fault: Fault): void;
};

/** Stores what is handed over and answers, unless the fault of the moment says otherwise. */
export function createMailReceiver(
  store: MessageStore,
  dropConnection: (session: SMTPServerSession) => void,
): MailReceiver {
  let fault: Fault = { mode: 'none' };
  const held = new Map<string, Reply>();

  function answer(session: SMTPServerSession, reply: Reply): void {
    if (fault.mode === 'drop-after-data') dropConnection(session);
    else if (fault.mode === 'hold-after-data') held.set(session.id, reply);
    else accept(reply);
  }

  return {
    onRcptTo: (_address, _session, reply) => reply(refusalOf(fault)),
    onData(stream, session, reply) {
      readData(stream)
        .then(async (data) => {
          if (data === 'too-large') return reply(refusal(552, '5.3.4 The message is larger than the limit'));
          await store.add({ envelope: envelopeOf(session), raw: data });
          answer(session, reply);
        })
        .catch(reply);
    },
    onClose: (session) => void held.delete(session.id),
    fault: () => fault,
    setFault(next) {
      fault = next;
      if (next.mode === 'hold-after-data') return;
      held.forEach(accept);
      held.clear();
    },
  };
}

function accept(reply: Reply): void {
  reply(null, 'Message stored');
}

function refusalOf({ mode }: Fault): Error | null {
  if (mode === 'temporary-failure') return refusal(451, '4.3.0 Try again later');
  if (mode === 'permanent-failure') return refusal(550, '5.1.1 No such mailbox');
  return null;
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function envelopeOf({ envelope }: SMTPServerSession): { from: string; to: string[] } {
  return {
    from: envelope.mailFrom ? envelope.mailFrom.address : '',
    to: envelope.rcptTo.map(({ address }) => address),
  };
}
