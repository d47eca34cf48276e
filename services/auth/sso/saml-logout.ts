import { randomBytes } from 'node:crypto';
import { Constants, Extractor, SamlLib } from 'samlify';
import type { OwnKey } from './own-key.ts';
import type { Speaking, serviceOf } from './provider.ts';
import { SsoRefusal } from './refusal.ts';
import { hasDoctype } from './saml-metadata.ts';
import { redirectAddress } from './saml-redirect.ts';

type Service = ReturnType<typeof serviceOf>;

/** Whom a provider means, and in which of its sessions. */
export interface SamlSubject {
  readonly subject: string;
  readonly format: string | null;
  readonly sessionIndex: string | null;
}

const namespaces = 'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';
const head = 'ID="{ID}" Version="2.0" IssueInstant="{IssueInstant}" Destination="{Destination}"';
const requestTemplate =
  `<samlp:LogoutRequest ${namespaces} ${head} NotOnOrAfter="{NotOnOrAfter}"><saml:Issuer>{Issuer}</saml:Issuer>` +
  '<saml:NameID Format="{Format}">{NameID}</saml:NameID><samlp:SessionIndex>{SessionIndex}</samlp:SessionIndex></samlp:LogoutRequest>';
const responseTemplate =
  `<samlp:LogoutResponse ${namespaces} ${head} InResponseTo="{InResponseTo}"><saml:Issuer>{Issuer}</saml:Issuer>` +
  '<samlp:Status><samlp:StatusCode Value="{StatusCode}"/></samlp:Status></samlp:LogoutResponse>';

/** How long a request is good for, and how far clocks may be apart; ms. */
const goodMilliseconds = 300_000;
const skewMilliseconds = 120_000;

const newId = () => `_${randomBytes(20).toString('hex')}`;

/** Where a browser goes so that the provider ends its own session of somebody, too (SAML core, section 3.7). */
export function requestLogout(sloUrl: string, service: Service, who: SamlSubject, key: OwnKey, now: Date): string {
  const xml = SamlLib.replaceTagsByValue(requestTemplate, {
    ID: newId(),
    IssueInstant: now.toISOString(),
    NotOnOrAfter: new Date(now.getTime() + goodMilliseconds).toISOString(),
    Destination: sloUrl,
    Issuer: service.entity_id,
    Format: who.format ?? undefined,
    NameID: who.subject,
    SessionIndex: who.sessionIndex ?? undefined,
  });
  return redirectAddress(sloUrl, { name: 'SAMLRequest', xml, key });
}

/** Where a browser goes with the word that its sessions here are over. */
export function answerLogout(
  sloUrl: string,
  service: Service,
  request: LogoutRequest,
  relayState: string | undefined,
  key: OwnKey,
  now: Date,
): string {
  const xml = SamlLib.replaceTagsByValue(responseTemplate, {
    ID: newId(),
    IssueInstant: now.toISOString(),
    Destination: sloUrl,
    InResponseTo: request.id,
    Issuer: service.entity_id,
    StatusCode: Constants.StatusCode.Success,
  });
  return redirectAddress(sloUrl, { name: 'SAMLResponse', xml, relayState, key });
}

/** A provider's wish that sessions of somebody end; all that it has opened when it names none. */
export interface LogoutRequest {
  readonly id: string;
  readonly subject: string;
  readonly sessionIndexes: readonly string[];
  /** From then on it is refused by its age. */
  readonly expiresAt: Date;
}

const field = (key: string, localPath: readonly string[], attributes: readonly string[] = []) => ({ key, localPath, attributes });
const fields = [
  field('id', ['LogoutRequest'], ['ID']),
  field('destination', ['LogoutRequest'], ['Destination']),
  field('issued', ['LogoutRequest'], ['IssueInstant']),
  field('notOnOrAfter', ['LogoutRequest'], ['NotOnOrAfter']),
  field('issuer', ['LogoutRequest', 'Issuer']),
  field('subject', ['LogoutRequest', 'NameID']),
  field('sessions', ['LogoutRequest', 'SessionIndex']),
];

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((item) => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []));

/** Reads a request whose signature was checked. Throws SsoRefusal. */
export function readLogout(provider: Speaking<'saml'>, service: Service, xml: string, now: Date): LogoutRequest {
  if (hasDoctype(xml)) throw new SsoRefusal('it is no logout request');
  const read = Extractor.extract(xml, fields);
  const one = (key: string) => textsOf(read[key])[0];
  const needed = (key: string) => {
    const value = one(key);
    if (value === undefined) throw new SsoRefusal(`the logout request has no ${key}`);
    return value;
  };
  const issuer = needed('issuer');
  if (issuer !== provider.connection.entity_id) throw new SsoRefusal(`its issuer is ${issuer} instead of ${provider.connection.entity_id}`);
  const destination = one('destination');
  if (destination !== undefined && destination !== service.slo_url)
    throw new SsoRefusal(`it was sent to ${destination} instead of ${service.slo_url}`);
  const issued = Date.parse(needed('issued'));
  const until = Math.min(issued + goodMilliseconds, Date.parse(one('notOnOrAfter') ?? '9999-12-31T00:00:00Z')) + skewMilliseconds;
  // A time that cannot be read is none within its bounds.
  if (!(now.getTime() < until && issued - skewMilliseconds <= now.getTime()))
    throw new SsoRefusal('the logout request has lapsed; check the clocks of both sides');
  return { id: needed('id'), subject: needed('subject'), sessionIndexes: textsOf(read.sessions), expiresAt: new Date(until) };
}
