import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Stack } from '#test/stack/open-stack.ts';

export interface WireCounter {
  /** Where to connect instead of the server behind it. */
  address: string;
  /** When each call left, in milliseconds. */
  calls(): readonly number[];
}

/** Stands before a server outside and notes when calls leave, on the wire itself: whatever was written down, this is what left. */
export async function countCalls(
  { lifecycle }: Stack,
  { host, port, begins }: { host: string; port: number; begins: RegExp },
): Promise<WireCounter> {
  const calls: number[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    return socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    const far = keep(connect(port, host));
    keep(near).on('data', (part) => {
      if (begins.test(part.toString('latin1'))) calls.push(Date.now());
    });
    near.pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  lifecycle.onClose('wire counter', async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, calls: () => calls };
}
