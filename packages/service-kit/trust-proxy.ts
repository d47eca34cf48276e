import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';

/** Whether an address of a request's way here is believed: 0 for the connection itself, 1 for who stands before it, and so on. */
export type ProxyTrust = (address: string, distance: number) => boolean;

const names: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);
/** More proxies than this stand before nobody. */
const mostHops = 32;

function compile(text: string): ProxyTrust | null {
  const known = text.split(',').map((part) => part.trim());
  if (!known.every((part) => names.has(part) || isIP(part.split('/')[0] ?? '') > 0)) return null;
  try {
    return proxyAddr.compile(known);
  } catch {
    return null;
  }
}

/**
 * Reads whom TRUST_PROXY believes: nobody (`false`), as many proxies as stand one behind the other (`1`; `true` is one), or proxies by
 * their addresses (`10.0.0.0/8, 192.0.2.7`, `loopback`, `linklocal`, `uniquelocal`). Undefined when it is none of these, null for nobody.
 * What stands left of the first address that is not believed in X-Forwarded-For anybody may have written.
 */
export function readProxyTrust(text: string): ProxyTrust | null | undefined {
  if (/^(false|no|0)$/i.test(text)) return null;
  const hops = /^(true|yes)$/i.test(text) ? 1 : /^\d{1,2}$/.test(text) ? Number(text) : null;
  if (hops !== null) return hops <= mostHops ? (_address, distance) => distance < hops : undefined;
  return compile(text) ?? undefined;
}

/** The address that a request comes from: of the last one on its way here that is not a believed proxy. */
export function clientAddress(request: IncomingMessage, trust: ProxyTrust | null): string {
  return (trust ? proxyAddr(request, trust) : request.socket.remoteAddress) ?? '';
}
