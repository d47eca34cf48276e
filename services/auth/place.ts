import type { FastifyRequest } from 'fastify';

const local: readonly (readonly [RegExp, string])[] = [
  [/^(127\.|::1$|::ffff:127\.)/, 'This machine'],
  [/^(::ffff:)?(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)/, 'Local network'],
  [/^(f[cd]|fe[89ab])[0-9a-f]{0,2}:/i, 'Local network'],
];

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The name of a country by its two letters, undefined when there is none of them. */
const countryOf = (code: string | undefined) => (code && /^[A-Z]{2}$/.test(code) && code !== 'XX' ? countries.of(code) : undefined);

/**
 * Where a request comes from, as far as that is known: the kind of its address, or the country that the proxy in front of the
 * instance has written into `countryHeader`. No address is looked up anywhere.
 */
export function placeOf(request: Pick<FastifyRequest, 'ip' | 'headers'>, countryHeader: string | undefined): string {
  const near = local.find(([pattern]) => pattern.test(request.ip))?.[1];
  if (near) return near;
  const told = countryHeader ? request.headers[countryHeader] : undefined;
  return (typeof told === 'string' && countryOf(told.trim().toUpperCase())) || 'Unknown place';
}
