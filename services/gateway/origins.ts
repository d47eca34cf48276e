import { CodedError } from '@autograph/contracts';
import type { FastifyRequest } from 'fastify';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Sites other than our own that may call the API with cookies. */
export function allowedOrigins(setting: string | undefined, environment: string): readonly string[] {
  if (setting === undefined) return environment === 'local' ? ['http://localhost:3000'] : [];
  return setting
    .split(',')
    .map((origin) => origin.trim().replace(/\/+$/, ''))
    .filter(Boolean);
}

/** Whether a page of this origin may act with the visitor's cookies; `host` is the address it called. */
export function isTrustedOrigin(origin: string, host: string, allowed: readonly string[]): boolean {
  return allowed.includes(origin) || (URL.canParse(origin) && new URL(origin).host === host);
}

/**
 * Refuses writes that a foreign page makes with the visitor's cookies. Browsers say where a request comes from in
 * Origin and Sec-Fetch-Site; programs send neither, and carry a bearer token or an API key instead of cookies.
 */
export function refuseForeignWrites(request: FastifyRequest, allowed: readonly string[]): void {
  if (reading.has(request.method) || request.headers.authorization !== undefined || request.headers['x-api-key'] !== undefined) return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin === undefined) {
    if (site === undefined || site === 'same-origin' || site === 'none') return;
  } else if (isTrustedOrigin(origin, request.host, allowed)) return;
  throw new CodedError('origin_refused');
}
