import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '@autograph/service-kit/testing/free-port.ts';

/** A way to a server that can be cut or made slow, as a network does. */
export interface FaultyLink {
  readonly port: number;
  /** Where it leads from now on. */
  lead(port: number): void;
  /** Ends every connection and lets none be made. */
  cut(): void;
  mend(): void;
  /** Holds everything back for so many milliseconds, each way. */
  delay(milliseconds: number): void;
  close(): Promise<void>;
}

export async function openLink(target: number): Promise<FaultyLink> {
  let to = target;
  let whole = true;
  let hold = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket, peer: Socket) => {
    sockets.add(socket);
    socket.on('error', () => peer.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      peer.destroy();
    });
  };
  const carry = (from: Socket, into: Socket) => {
    // What came first leaves first, also when the delay has become shorter meanwhile.
    let before = Promise.resolve();
    from.on('data', (chunk) => {
      const due = hold === 0 ? undefined : wait(hold);
      const turn = before;
      before = turn.then(() => due).then(() => void into.write(chunk));
    });
  };
  const server = createServer((near) => {
    if (!whole) {
      near.destroy();
      return;
    }
    const far = connect(to, '127.0.0.1');
    keep(near, far);
    keep(far, near);
    carry(near, far);
    carry(far, near);
  });
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    lead: (next) => {
      to = next;
    },
    cut: () => {
      whole = false;
      endAll();
    },
    mend: () => {
      whole = true;
    },
    delay: (milliseconds) => {
      hold = milliseconds;
    },
    close: async () => {
      endAll();
      await new Promise((done) => server.close(done));
    },
  };
}
