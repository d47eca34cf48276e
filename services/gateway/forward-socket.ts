import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { clientAddress, type Kit, pathOfTarget, type Replica, requestIdOf } from '@autograph/service-kit';
import { ClosingFrames } from './close-frame.ts';
import { isTrustedOrigin } from './origins.ts';
import { allowanceHeaders, countByAddress } from './rate-limit.ts';

interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** How to end each socket that is open through this process. */
export type OpenSockets = Set<() => void>;

const refuse = (socket: Duplex, status: string, headers: Readonly<Record<string, string>> = {}) => {
  const fields = Object.entries({ ...headers, connection: 'close', 'content-length': '0' }).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status}`, ...fields, '', ''].join('\r\n'));
};

const headLines = (answer: IncomingMessage) => {
  const lines = [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`];
  for (let index = 0; index < answer.rawHeaders.length; index += 2)
    lines.push(`${answer.rawHeaders[index]}: ${answer.rawHeaders[index + 1]}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
};

/** Joins the two connections of a WebSocket; the result ends it by saying that the server restarts. */
function join({ socket, head }: Upgrade, answer: IncomingMessage, peer: Duplex, peerHead: Buffer): () => void {
  const frames = new ClosingFrames();
  socket.write(headLines(answer));
  if (peerHead.length > 0) frames.write(peerHead);
  if (head.length > 0) peer.write(head);
  peer.pipe(frames).pipe(socket).pipe(peer);
  peer.on('error', () => socket.destroy());
  socket.on('error', () => peer.destroy());
  socket.on('close', () => peer.destroy());
  peer.on('close', () => socket.end());
  return () => frames.leave();
}

/** Whether a client has gone before its socket was open: nobody reads from it yet, so that its end is all there is to notice. */
const hasLeft = (socket: Duplex) => socket.destroyed || socket.readableEnded;

/** Repeats an upgrade request at the service's servers, one after the other, and joins the connections. */
async function tunnel(kit: Kit, upgrade: Upgrade, sockets: OpenSockets): Promise<void> {
  const { request, socket } = upgrade;
  const url = request.url ?? '/';
  const remote = kit.directory.remote('collaboration');
  const [replica, ...others] = await remote.replicas(url).catch(() => []);
  const attempt = (at: Replica | undefined, rest: readonly Replica[]) => {
    if (hasLeft(socket)) return void socket.destroy();
    if (at === undefined) return refuse(socket, '503 Service Unavailable');
    const upstream = remote.upgrade(at, url, request.headers);
    const withdraw = () => upstream.destroy();
    const settle = () => void socket.off('end', withdraw).off('close', withdraw);
    socket.once('end', withdraw).once('close', withdraw);
    upstream.once('close', settle);
    upstream.on('upgrade', (answer, peer, peerHead) => {
      settle();
      const end = join(upgrade, answer, peer, peerHead);
      sockets.add(end);
      socket.on('close', () => sockets.delete(end));
    });
    upstream.on('response', (answer) => {
      if (answer.statusCode === 503 && rest.length > 0) {
        answer.resume();
        attempt(rest[0], rest.slice(1));
        return;
      }
      socket.write(headLines(answer));
      answer.pipe(socket);
    });
    upstream.on('error', () => {
      settle();
      if (hasLeft(socket)) return void socket.destroy();
      remote.failed(at);
      attempt(rest[0], rest.slice(1));
    });
    upstream.end();
  };
  attempt(replica, others);
}

/** Where WebSockets of the collaboration service arrive. */
const collaborationPath = '/collab';

/** Answers upgrades: live editing goes to the collaboration service, wherever it runs; pages of other sites are refused, and too many of one address. */
export async function takeSocket(kit: Kit, allowed: readonly string[], upgrade: Upgrade, sockets: OpenSockets): Promise<void> {
  const { request, socket, head } = upgrade;
  const path = pathOfTarget(request.url);
  const { origin, host = '' } = request.headers;
  socket.on('error', () => socket.destroy());
  if (path === null) {
    refuse(socket, '400 Bad Request');
    return;
  }
  if (path !== collaborationPath) {
    refuse(socket, '404 Not Found');
    return;
  }
  if (origin !== undefined && !isTrustedOrigin(origin, host, allowed)) {
    refuse(socket, '403 Forbidden');
    return;
  }
  if (kit.lifecycle.stage === 'closing') {
    refuse(socket, '503 Service Unavailable', { 'retry-after': '1' });
    return;
  }
  const client = clientAddress(request, kit.config.TRUST_PROXY);
  const allowance = await countByAddress(kit, client);
  if (allowance?.exceeded) {
    refuse(socket, '429 Too Many Requests', { ...allowanceHeaders(allowance), 'retry-after': String(allowance.resetSeconds) });
    return;
  }
  request.headers['x-request-id'] = requestIdOf(request.headers['x-request-id']);
  request.headers['x-forwarded-for'] = client;
  const local = kit.directory.local('collaboration');
  if (local?.socket) local.socket.handle(request, socket, head);
  else if (local) refuse(socket, '503 Service Unavailable');
  else await tunnel(kit, upgrade, sockets);
}
