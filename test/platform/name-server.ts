import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';

export interface NameServer {
  /** How often it was asked. */
  questions: number;
  resolve(name: string): Promise<readonly string[]>;
  close(): void;
}

/** A server for names whose answer is another one each time; the last one stays. */
export async function openNameServer(answers: readonly string[]): Promise<NameServer> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const resolver = new Resolver();
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  const server: NameServer = {
    questions: 0,
    resolve: (name) => resolver.resolve4(name),
    close: () => socket.close(),
  };
  socket.on('message', (question, from) => {
    const address = answers[Math.min(server.questions, answers.length - 1)] ?? '';
    server.questions += 1;
    socket.send(answerTo(question, address), from.port, from.address);
  });
  return server;
}

const headerBytes = 12;

/** The question again, with one address that counts for no time. */
function answerTo(question: Buffer, address: string): Buffer {
  const nameEnd = question.indexOf(0, headerBytes);
  const asked = question.subarray(headerBytes, nameEnd + 5);
  const header = Buffer.concat([question.subarray(0, 2), Buffer.from('81800001000100000000', 'hex')]);
  const record = Buffer.concat([
    Buffer.from('c00c0001000100000000', 'hex'),
    Buffer.from([0, 4, ...address.split('.').map(Number)]),
  ]);
  return Buffer.concat([header, asked, record]);
}
