import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface TcpGate {
  /** Where to connect instead of the server behind it. */
  address: string;
  /** Breaks every connection and refuses new ones, as a server that is gone does. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** Stands before a server that others use too, so that it can be away for one test alone. */
export async function openTcpGate(target: string): Promise<TcpGate & { close(): Promise<void> }> {
  const [host = '127.0.0.1', port] = target.split(':');
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((near) => {
    const far = keep(connect(Number(port), host));
    keep(near).pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const own = await listen(0);
  const shut = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    address: `127.0.0.1:${own}`,
    shut,
    open: async () => void (server.listening || (await listen(own))),
    close: shut,
  };
}
