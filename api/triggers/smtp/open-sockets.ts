import type { Socket } from 'node:net';

export interface OpenSockets {
  watch(socket: Socket): void;
  /** Ends every connection after what was written to it has left. */
  endAll(): void;
}

/** Ends a connection when its time is over, however busy it keeps itself. */
export function createOpenSockets(longestMs: number): OpenSockets {
  const sockets = new Set<Socket>();
  return {
    watch(socket) {
      sockets.add(socket);
      const timer = setTimeout(() => socket.destroy(), longestMs);
      socket.once('close', () => {
        clearTimeout(timer);
        sockets.delete(socket);
      });
    },
    endAll() {
      for (const socket of sockets) socket.destroySoon();
    },
  };
}
