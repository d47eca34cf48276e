import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Kit, requestIdOf } from '@autograph/service-kit';
import { isTrustedOrigin } from './origins.ts';

const refuse = (socket: Duplex, line: string) => socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);

const headLines = (answer: IncomingMessage) => {
  const lines = [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`];
  for (let index = 0; index < answer.rawHeaders.length; index += 2)
    lines.push(`${answer.rawHeaders[index]}: ${answer.rawHeaders[index + 1]}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
};

/** Repeats an upgrade request at another server and joins the two connections. */
function tunnel(target: URL, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const upstream = httpRequest(target, {
    method: 'GET',
    headers: { ...request.headers, 'x-forwarded-for': request.socket.remoteAddress ?? '' },
  });
  upstream.on('upgrade', (answer, peer, peerHead) => {
    socket.write(headLines(answer));
    if (peerHead.length > 0) socket.write(peerHead);
    if (head.length > 0) peer.write(head);
    peer.pipe(socket).pipe(peer);
    peer.on('error', () => socket.destroy());
    socket.on('error', () => peer.destroy());
    socket.on('close', () => peer.destroy());
    peer.on('close', () => socket.destroy());
  });
  upstream.on('response', (answer) => {
    socket.write(headLines(answer));
    answer.pipe(socket);
  });
  upstream.on('error', () => refuse(socket, '503 Service Unavailable'));
  upstream.end();
}

/** Where WebSockets of the collaboration service arrive. */
const collaborationPath = '/collab';

/** Answers upgrades: live editing goes to the collaboration service, wherever it runs; pages of other sites are refused. */
export function takeSocket(kit: Kit, allowed: readonly string[], request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const { origin, host = '' } = request.headers;
  socket.on('error', () => socket.destroy());
  if (url.pathname !== collaborationPath) {
    refuse(socket, '404 Not Found');
    return;
  }
  if (origin !== undefined && !isTrustedOrigin(origin, host, allowed)) {
    refuse(socket, '403 Forbidden');
    return;
  }
  request.headers['x-request-id'] = requestIdOf(request.headers['x-request-id']);
  const local = kit.directory.local('collaboration');
  if (local?.socket) local.socket.handle(request, socket, head);
  else if (local) refuse(socket, '503 Service Unavailable');
  else tunnel(new URL(url.pathname + url.search, kit.directory.address('collaboration')), request, socket, head);
}
