import { sign, verify } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { readCertificate } from './certificate.ts';
import type { OwnKey } from './own-key.ts';
import { SsoRefusal } from './refusal.ts';

/** What a message by HTTP-Redirect (SAML bindings, section 3.4) is called in the query. */
export type MessageName = 'SAMLRequest' | 'SAMLResponse';

/** Signatures that are taken, by the hash beneath (RFC 6931). */
const hashes: ReadonlyMap<string, string> = new Map(
  ['rsa', 'ecdsa'].flatMap((kind) =>
    ['sha256', 'sha384', 'sha512'].map((hash) => [`http://www.w3.org/2001/04/xmldsig-more#${kind}-${hash}`, hash] as const),
  ),
);
const ownAlgorithm = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

/** Bytes that a message may unfold to. */
const longest = 200_000;

interface Outgoing {
  readonly name: MessageName;
  readonly xml: string;
  readonly relayState?: string | undefined;
  /** Signs it, when given. */
  readonly key?: OwnKey | undefined;
}

/** The address to which a browser carries a message. */
export function redirectAddress(endpoint: string, { name, xml, relayState, key }: Outgoing): string {
  const fields: [string, string][] = [[name, deflateRawSync(xml).toString('base64')]];
  if (relayState !== undefined && relayState !== '') fields.push(['RelayState', relayState]);
  if (key) fields.push(['SigAlg', ownAlgorithm]);
  const text = fields.map(([field, value]) => `${field}=${encodeURIComponent(value)}`).join('&');
  const signature = key ? `&Signature=${encodeURIComponent(sign('sha256', Buffer.from(text), key.key).toString('base64'))}` : '';
  return `${endpoint}${endpoint.includes('?') ? '&' : '?'}${text}${signature}`;
}

export interface Incoming {
  readonly xml: string;
  readonly relayState: string | undefined;
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw.replaceAll('+', '%20'));
  } catch (cause) {
    throw new SsoRefusal('its address is not well-formed', { cause });
  }
}

/** The parts of a query as they were written: they are signed so. Throws SsoRefusal when one is there twice. */
function rawFields(url: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const part of url.slice(url.indexOf('?') + 1).split('&')) {
    const [name = '', ...value] = part.split('=');
    if (fields.has(name)) throw new SsoRefusal(`${name} is there twice`);
    fields.set(name, value.join('='));
  }
  return fields;
}

/** Reads a message that one of the certificates has signed, out of the address that a browser came with. Throws SsoRefusal. */
export function readRedirect(url: string, name: MessageName, certificates: readonly string[]): Incoming {
  const fields = rawFields(url);
  const [message, signature, algorithm] = [name, 'Signature', 'SigAlg'].map((field) => fields.get(field));
  if (!message) throw new SsoRefusal(`it has no ${name}`);
  if (!signature || !algorithm) throw new SsoRefusal('it is not signed');
  const hash = hashes.get(decoded(algorithm));
  if (!hash) throw new SsoRefusal(`its signature is of a kind that is not taken: ${decoded(algorithm)}; choose SHA-256 at the provider`);
  const signed = [name, 'RelayState', 'SigAlg'].filter((field) => fields.has(field)).map((field) => `${field}=${fields.get(field)}`);
  const bytes = Buffer.from(decoded(signature), 'base64');
  const keys = certificates.flatMap((text) => readCertificate(text)?.certificate.publicKey ?? []);
  if (!keys.some((key) => verify(hash, Buffer.from(signed.join('&')), key, bytes)))
    throw new SsoRefusal('its signature is not by a certificate of this provider');
  const relayState = fields.get('RelayState');
  try {
    const xml = inflateRawSync(Buffer.from(decoded(message), 'base64'), { maxOutputLength: longest }).toString('utf8');
    return { xml, relayState: relayState === undefined ? undefined : decoded(relayState) };
  } catch (cause) {
    throw new SsoRefusal('it cannot be unfolded', { cause });
  }
}
