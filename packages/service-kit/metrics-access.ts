import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { CodedError } from '@autograph/contracts';

const hash = (text: string) => createHash('sha256').update(text).digest();

const isLoopback = (address: string | undefined) => /^(127\.|::1$|::ffff:127\.)/.test(address ?? '');

/**
 * Keeps strangers from the metrics where everybody can ask: they are for who shows the token, or, while there is none, for programs of this
 * machine that ask without a proxy. Throws `forbidden`.
 */
export function requireMetricsReader({ headers, socket }: IncomingMessage, token: string | undefined): void {
  const shown = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  const isProxied = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  const may = token === undefined ? isLoopback(socket.remoteAddress) && !isProxied : timingSafeEqual(hash(shown), hash(token));
  if (!may) throw new CodedError('forbidden', { message: 'Metrics are read with METRICS_TOKEN.' });
}
