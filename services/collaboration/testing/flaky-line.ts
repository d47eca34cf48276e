import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A network connection that can be cut: a TCP relay in front of a server. */
export interface FlakyLine {
  readonly port: number;
  /** How often someone dialled while the line was cut. */
  readonly refused: number;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function layLine(targetPort: number): Promise<FlakyLine> {
  const open = new Set<Socket>();
  let whole = true;
  let refused = 0;
  const server = createServer((near) => {
    if (!whole) {
      refused += 1;
      near.destroy();
      return;
    }
    const far = connect(targetPort, '127.0.0.1');
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const cut = () => {
    whole = false;
    for (const socket of [...open]) socket.destroy();
  };
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    get refused() {
      return refused;
    },
    cut,
    mend: () => {
      whole = true;
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
