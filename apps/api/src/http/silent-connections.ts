import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Connections that have not asked anything yet: browsers open some ahead. A server that closes waits a minute for their first request, so that whoever closes it lets them go.
 * Answers how to.
 */
export function silentConnections(server: Pick<Server, 'on'>): () => void {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
}
