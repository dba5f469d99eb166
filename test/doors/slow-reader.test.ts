import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import type { Connection } from '#api/http/app/route.ts';
import { sendEvents } from '#api/http/app/send-events.ts';

test('whoever does not read is cut off, and what nobody takes is not kept', async () => {
  const opened = Promise.withResolvers<Connection>();
  const left = Promise.withResolvers<void>();
  const stream = async (connection: Connection): Promise<() => void> => {
    opened.resolve(connection);
    return left.resolve;
  };
  const app = express().get('/', (_request, response) => sendEvents(response, { stream }, async () => true));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
  socket.on('error', () => undefined);
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const connection = await opened.promise;
  connection.begin();
  const events = Array.from({ length: 50 }, () => ({ kind: 'run', id: `run_${'0'.repeat(32)}` }) as const);
  let isCut = false;
  void left.promise.then(() => {
    isCut = true;
  });
  let told = 0;
  for (; !isCut && told < 100_000; told += 1) {
    connection.tell({ place: 1n, events });
    await new Promise(setImmediate);
  }
  expect(isCut).toBe(true);
  socket.destroy();
  server.close();
});
