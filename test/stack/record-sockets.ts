// node --import 'record-sockets.ts?into=FILE': writes down every address that the program tries to connect to.
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const into = new URL(import.meta.url).searchParams.get('into');
if (into === null) throw new Error('Name the file to write to');
const connect = Socket.prototype.connect;

Socket.prototype.connect = function (this: Socket, ...called: Parameters<typeof connect>) {
  this.on('connectionAttempt', (address: string, port: number) => appendFileSync(into, `${address}:${port}\n`));
  return Reflect.apply(connect, this, called);
} as typeof connect;
