import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Kit, requestIdOf } from '@autograph/service-kit';
import { isTrustedOrigin } from './origins.ts';
import { allowanceHeaders, countByAddress } from './rate-limit.ts';

interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

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

/** Repeats an upgrade request at another server and joins the two connections. */
function tunnel(target: URL, { request, socket, head }: Upgrade, client: string): void {
  const upstream = httpRequest(target, { method: 'GET', headers: { ...request.headers, 'x-forwarded-for': client } });
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

/** Whom the request comes from: as the proxy in front says, where there is one to believe. */
function clientOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')[0]
        ?.trim()
    : '';
  return forwarded || (socket.remoteAddress ?? '');
}

/** Answers upgrades: live editing goes to the collaboration service, wherever it runs; pages of other sites are refused, and too many of one address. */
export async function takeSocket(kit: Kit, allowed: readonly string[], upgrade: Upgrade): Promise<void> {
  const { request, socket, head } = upgrade;
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
  const client = clientOf(request, kit.config.TRUST_PROXY);
  const allowance = await countByAddress(kit, client);
  if (allowance?.exceeded) {
    refuse(socket, '429 Too Many Requests', { ...allowanceHeaders(allowance), 'retry-after': String(allowance.resetSeconds) });
    return;
  }
  request.headers['x-request-id'] = requestIdOf(request.headers['x-request-id']);
  const local = kit.directory.local('collaboration');
  if (local?.socket) local.socket.handle(request, socket, head);
  else if (local) refuse(socket, '503 Service Unavailable');
  else tunnel(new URL(url.pathname + url.search, kit.directory.address('collaboration')), upgrade, client);
}
