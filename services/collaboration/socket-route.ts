import type { IncomingMessage } from 'node:http';
import type { SocketRoute } from '@autograph/service-kit';
import { type Hocuspocus, MessageType, OutgoingMessage } from '@hocuspocus/server';
import { type WebSocket, WebSocketServer } from 'ws';
import type { RoomContext } from './member.ts';

const heartbeatMilliseconds = 30_000;
/** How often a client hears something even when nothing happens. It takes 30 s of silence for a dead line; the timers of a hidden tab may rest for a minute. */
const signOfLifeMilliseconds = 10_000;
const signOfLife = Uint8Array.of(MessageType.Ping);
/** How long a socket may stay open before a room lets it in. */
const admissionMilliseconds = 15_000;
/** The WebSocket close code of one that no room let in; in the range for applications. */
const notAdmittedCode = 4401;
/** The WebSocket close code by which a server says that it restarts: clients connect anew at once. */
const serviceRestartCode = 1012;
/** The largest message: a whole board pasted at once fits. */
const maxPayload = 32 * 1024 * 1024;

function webRequest(request: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value));
  return new Request(new URL(request.url ?? '/', 'http://localhost'), { headers });
}

/** Pings until the socket closes; one that did not answer the last ping is cut. */
function keepAlive(socket: WebSocket): void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) {
      socket.terminate();
      return;
    }
    answered = false;
    socket.ping();
  }, heartbeatMilliseconds);
  const signs = setInterval(() => socket.send(signOfLife), signOfLifeMilliseconds);
  socket.on('close', () => {
    clearInterval(timer);
    clearInterval(signs);
  });
}

const isPong = (data: Buffer) => data.length === 1 && data[0] === MessageType.Pong;

/** Takes WebSocket connections off an HTTP server's upgrades and hands them to the rooms. */
export function createSocketRoute(path: string, rooms: Hocuspocus<RoomContext>): SocketRoute & { leave(): void; close(): void } {
  const server = new WebSocketServer({ noServer: true, maxPayload });
  server.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const connection = rooms.handleConnection(
      {
        get readyState() {
          return socket.readyState;
        },
        // Hocuspocus 4.7 hands over some acknowledgements to read-only clients before encoding them.
        send: (message: unknown) => {
          if (message instanceof OutgoingMessage) socket.send(message.toUint8Array());
          else if (message instanceof Uint8Array || typeof message === 'string') socket.send(message);
        },
        close: (code, reason) => socket.close(code, reason),
      },
      webRequest(request),
      { admitted: () => clearTimeout(waiting) },
    );
    const waiting = setTimeout(() => socket.close(notAdmittedCode, 'not admitted'), admissionMilliseconds);
    socket.on('close', () => clearTimeout(waiting));
    socket.on('message', (data, isBinary) => {
      if (!isBinary || !(data instanceof Buffer)) return;
      // Hocuspocus 4.7 reads its own client's answer to a ping as a broken message.
      if (isPong(data)) connection.lastMessageReceivedAt = Date.now();
      else connection.handleMessage(new Uint8Array(data));
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }));
    keepAlive(socket);
  });
  return {
    path,
    handle: (request, socket, head) => server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request)),
    leave() {
      for (const socket of server.clients) socket.close(serviceRestartCode, 'The server is restarting.');
    },
    close: () => server.close(),
  };
}
