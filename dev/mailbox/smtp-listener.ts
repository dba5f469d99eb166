import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Fault } from './fault.ts';
import { createMailReceiver } from './mail-receiver.ts';
import type { MessageStore } from './message-store.ts';

const sizeLimit = 30 * 1024 * 1024;
const idleLimit = 60 * 60 * 1000;

export type SmtpListener = {
  port: number;
  fault(): Fault;
  setFault(fault: Fault): Promise<void>;
  close(): Promise<void>;
};

type Sockets = Map<number, Socket>;

/** Takes every message from anyone; while it is told to refuse connections it does not listen at all. */
export async function listenSmtp(
  store: MessageStore,
  { port, host }: { port: number; host: string },
): Promise<SmtpListener> {
  const sockets: Sockets = new Map();
  const receiver = createMailReceiver(store, (session) => sockets.get(session.remotePort)?.destroy());
  const smtp = createSmtpServer(receiver, sockets);
  const boundPort = await listen(smtp, { port, host });
  return {
    port: boundPort,
    fault: receiver.fault,
    async setFault(fault) {
      receiver.setFault(fault);
      const refuses = fault.mode === 'refuse-connection';
      if (refuses && smtp.server.listening) await stopListening(smtp, sockets);
      if (!refuses && !smtp.server.listening) await listen(smtp, { port: boundPort, host });
    },
    async close() {
      if (smtp.server.listening) await stopListening(smtp, sockets);
    },
  };
}

function createSmtpServer(
  { onRcptTo, onData, onClose }: ReturnType<typeof createMailReceiver>,
  sockets: Sockets,
): SMTPServer {
  const smtp = new SMTPServer({
    banner: 'Mailbox: takes everything, sends nothing on',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: sizeLimit,
    socketTimeout: idleLimit,
    onRcptTo,
    onData,
    onClose,
  });
  smtp.on('error', () => undefined); // a peer that breaks off is the peer's affair
  smtp.server.on('connection', (socket) => {
    const { remotePort } = socket;
    if (remotePort === undefined) return;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });
  return smtp;
}

async function listen(smtp: SMTPServer, { port, host }: { port: number; host: string }): Promise<number> {
  smtp.server.listen(port, host);
  try {
    await once(smtp.server, 'listening');
  } catch (cause) {
    const advice = 'stop what uses that port or choose another';
    throw new Error(`The mailbox cannot take mail on ${host}:${port}; ${advice}.`, { cause });
  }
  return (smtp.server.address() as AddressInfo).port;
}

async function stopListening(smtp: SMTPServer, sockets: Sockets): Promise<void> {
  const closed = once(smtp.server, 'close');
  smtp.server.close();
  for (const socket of sockets.values()) socket.destroy();
  await closed;
}
