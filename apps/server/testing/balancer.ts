import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Balancer {
  close(): Promise<void>;
}

/** Joins a client to the first of the targets, from `turn` on, that takes a connection; none does: the client is cut off. */
function join(client: Socket, targets: readonly number[], turn: number, tried = 0): void {
  const target = targets[(turn + tried) % targets.length];
  if (target === undefined || tried === targets.length || client.destroyed) {
    client.destroy();
    return;
  }
  const upstream = connect(target, '127.0.0.1');
  upstream.once('error', () => join(client, targets, turn, tried + 1));
  upstream.once('connect', () => {
    upstream.removeAllListeners('error');
    upstream.on('error', () => client.destroy());
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
    client.pipe(upstream).pipe(client);
  });
}

/** Spreads connections over ports of this machine in turn, past those where nobody listens: what a Service of Kubernetes does. */
export async function startBalancer(port: number, targets: readonly number[]): Promise<Balancer> {
  const clients = new Set<Socket>();
  let turn = 0;
  const server: Server = createServer((client) => {
    clients.add(client);
    client.on('error', () => client.destroy());
    client.on('close', () => clients.delete(client));
    join(client, targets, turn);
    turn += 1;
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const client of clients) client.destroy();
      await closed;
    },
  };
}
