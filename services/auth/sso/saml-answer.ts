import { Extractor, IdPMetadata, SamlLib } from 'samlify';
import { readCertificate } from './certificate.ts';
import type { Attributes } from './claims.ts';
import type { Speaking, serviceOf } from './provider.ts';
import { SsoRefusal } from './refusal.ts';
import { decryptAssertion, encryptedAssertionIn, isAuthenticated } from './saml-decrypt.ts';
import type { SamlSubject } from './saml-logout.ts';
import { hasDoctype } from './saml-metadata.ts';

/** An assertion that was signed by its provider, is meant for this instance and is in force. */
export interface Assertion extends SamlSubject {
  readonly id: string;
  readonly attributes: Attributes;
  /** The request that it answers; null when the sign-in began at the provider. */
  readonly inResponseTo: string | null;
  /** From then on it is refused by its age. */
  readonly expiresAt: Date;
}

/** How far clocks may be apart; ms. */
const skewMilliseconds = 120_000;

const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';
const weak = /sha1$|md5$|hmac/i;

type Path = readonly string[];
const field = (key: string, localPath: Path, attributes: readonly string[] = []) => ({
  key,
  localPath: [...localPath],
  attributes: [...attributes],
});

const signature = ['Signature', 'SignedInfo'];
const outerFields = [field('status', ['Response', 'Status', 'StatusCode'], ['Value']), field('destination', ['Response'], ['Destination'])];

const methodFields = [
  field('method', ['Response', ...signature, 'SignatureMethod'], ['Algorithm']),
  field('digest', ['Response', ...signature, 'Reference', 'DigestMethod'], ['Algorithm']),
  field('innerMethod', ['Response', 'Assertion', ...signature, 'SignatureMethod'], ['Algorithm']),
  field('innerDigest', ['Response', 'Assertion', ...signature, 'Reference', 'DigestMethod'], ['Algorithm']),
];

const confirmation = ['Assertion', 'Subject', 'SubjectConfirmation'];
const assertionFields = [
  field('id', ['Assertion'], ['ID']),
  field('issuer', ['Assertion', 'Issuer']),
  field('subject', ['Assertion', 'Subject', 'NameID']),
  field('format', ['Assertion', 'Subject', 'NameID'], ['Format']),
  field('sessionIndex', ['Assertion', 'AuthnStatement'], ['SessionIndex']),
  field('method', confirmation, ['Method']),
  field('recipient', [...confirmation, 'SubjectConfirmationData'], ['Recipient']),
  field('answers', [...confirmation, 'SubjectConfirmationData'], ['InResponseTo']),
  field('confirmedUntil', [...confirmation, 'SubjectConfirmationData'], ['NotOnOrAfter']),
  field('notBefore', ['Assertion', 'Conditions'], ['NotBefore']),
  field('notOnOrAfter', ['Assertion', 'Conditions'], ['NotOnOrAfter']),
  field('audience', ['Assertion', 'Conditions', 'AudienceRestriction', 'Audience']),
  { ...field('attributes', ['Assertion', 'AttributeStatement', 'Attribute']), index: ['Name'], attributePath: ['AttributeValue'] },
];

type Read = ReturnType<typeof Extractor.extract>;

function only(read: Read, key: string): string | null {
  const value = read[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function needed(read: Read, key: string, what: string): string {
  const value = only(read, key);
  if (value === null) throw new SsoRefusal(`the assertion has no ${what}, or more than one`);
  return value;
}

const listOf = (value: Read[string]): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');

function refuse(wrong: boolean, reason: string): void {
  if (wrong) throw new SsoRefusal(reason);
}

function extract(xml: string, fields: Parameters<typeof Extractor.extract>[1]): Read {
  try {
    return Extractor.extract(xml, fields);
  } catch (cause) {
    throw new SsoRefusal('it is not well-formed XML', { cause });
  }
}

/** As the library wants to be told of a key. */
const keyHolder = (certificate: string) =>
  IdPMetadata(
    '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="provider">' +
      '<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing"><ds:KeyInfo>' +
      `<ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>` +
      '</IDPSSODescriptor></EntityDescriptor>',
  );

/** What was signed by one of the provider's keys, the assertion or the whole answer; null when nothing was. */
function signedPart(xml: string, certificates: readonly string[]): string | null {
  for (const certificate of certificates.flatMap((text) => readCertificate(text)?.body ?? [])) {
    try {
      const [verified, part] = SamlLib.verifySignature(xml, { metadata: keyHolder(certificate) });
      if (verified && part) return part;
    } catch {
      // Another key may be the right one.
    }
  }
  return null;
}

/** The assertion as it was signed: nothing outside the signature is read from it. */
function signedAssertion(xml: string, certificates: readonly string[]): string {
  checkMethods(xml);
  const assertion = signedPart(xml, certificates);
  if (assertion !== null) return assertion;
  throw new SsoRefusal(
    'its signature is missing, or not by a certificate of this provider; the assertion or the whole answer must be signed',
  );
}

/** A decrypted assertion stands alone, where signatures are looked for in an answer. */
const answerAround = (assertion: string) =>
  `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${assertion.replace(/^\s*<\?xml[^>]*\?>/, '')}</samlp:Response>`;

/** Whether a whole answer says that it is signed. */
function claimsSignature(xml: string): boolean {
  const { signature: found } = extract(xml, [{ ...field('signature', ['Response', 'Signature']), context: true }]);
  return found !== null && found !== undefined;
}

/**
 * The assertion that the provider has signed, out of its encryption where there is one. Either the answer around it is signed, and then
 * nothing is opened before that holds; or what was encrypted is, which shows only once it is open.
 */
async function provenAssertion(xml: string, certificates: readonly string[], ownKey: () => Promise<string>): Promise<string> {
  const encrypted = encryptedAssertionIn(xml);
  if (encrypted === null) return signedAssertion(xml, certificates);
  checkMethods(xml);
  const answer = signedPart(xml, certificates);
  if (answer !== null) return decryptAssertion(encryptedAssertionIn(answer) ?? '', await ownKey());
  refuse(claimsSignature(xml), 'its signature is not by a certificate of this provider');
  refuse(
    !isAuthenticated(encrypted),
    'its assertion is encrypted without AES-GCM; have the provider sign the whole answer, or use AES-GCM',
  );
  const assertion = await decryptAssertion(encrypted, await ownKey());
  refuse(hasDoctype(assertion), 'it is no SAML assertion');
  return signedAssertion(answerAround(assertion), certificates);
}

/** Checks what stands around the assertion; a provider that refuses somebody says so here. */
function checkOuter(xml: string, acsUrl: string): void {
  const outer = extract(xml, outerFields);
  const status = listOf(outer.status);
  refuse(status[0] !== success, `the provider did not sign the person in: ${status.join(', ') || 'no status'}`);
  const destination = only(outer, 'destination');
  refuse(destination !== null && destination !== acsUrl, `it was sent to ${destination} instead of ${acsUrl}`);
}

function checkMethods(xml: string): void {
  const methods = Object.values(extract(xml, methodFields)).flatMap(listOf);
  refuse(
    methods.some((method) => weak.test(method)),
    'it is signed with SHA-1, which can be forged; choose SHA-256 at the provider',
  );
}

function momentOf(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new SsoRefusal(`"${text}" is no time`);
  return at;
}

/** Checks that the assertion is in force; gives when it ceases to be. */
function checkTimes(read: Read, now: Date): Date {
  const until = Math.min(
    momentOf(needed(read, 'confirmedUntil', 'NotOnOrAfter of its confirmation')),
    momentOf(only(read, 'notOnOrAfter') ?? '9999-12-31T00:00:00Z'),
  );
  const from = momentOf(only(read, 'notBefore') ?? '1970-01-01T00:00:00Z');
  refuse(now.getTime() >= until + skewMilliseconds, 'it has lapsed; check the clocks of both sides');
  refuse(now.getTime() < from - skewMilliseconds, 'it is not valid yet; check the clocks of both sides');
  return new Date(until + skewMilliseconds);
}

/**
 * Reads the answer of a SAML provider (SAMLResponse, base64), as SAML profiles section 4.1.4.3 wants it checked. Whether it was used
 * before, and whether its request was ours, is for the caller. `ownKey` is asked for when the assertion is encrypted. Throws SsoRefusal.
 */
export async function readAnswer(
  provider: Speaking<'saml'>,
  service: ReturnType<typeof serviceOf>,
  encoded: string,
  { now, ownKey }: { readonly now: Date; readonly ownKey: () => Promise<string> },
): Promise<Assertion> {
  const xml = Buffer.from(encoded, 'base64').toString('utf8');
  refuse(hasDoctype(xml) || !xml.includes('<'), 'it is no SAML response');
  checkOuter(xml, service.acs_url);
  const read = extract(await provenAssertion(xml, provider.connection.certificates, ownKey), assertionFields);
  const issuer = needed(read, 'issuer', 'issuer');
  refuse(issuer !== provider.connection.entity_id, `its issuer is ${issuer} instead of ${provider.connection.entity_id}`);
  refuse(needed(read, 'method', 'confirmation') !== 'urn:oasis:names:tc:SAML:2.0:cm:bearer', 'its confirmation is not "bearer"');
  const recipient = needed(read, 'recipient', 'recipient');
  refuse(recipient !== service.acs_url, `its recipient is ${recipient} instead of ${service.acs_url}`);
  const audiences = listOf(read.audience);
  refuse(!audiences.includes(service.entity_id), `its audience is ${audiences.join(', ') || 'not set'} instead of ${service.entity_id}`);
  const sent = typeof read.attributes === 'object' && read.attributes !== null && !Array.isArray(read.attributes) ? read.attributes : {};
  return {
    id: needed(read, 'id', 'id'),
    subject: needed(read, 'subject', 'NameID'),
    format: only(read, 'format'),
    sessionIndex: only(read, 'sessionIndex'),
    attributes: new Map(Object.entries(sent).map(([name, value]) => [name, listOf(value)])),
    inResponseTo: only(read, 'answers'),
    expiresAt: checkTimes(read, now),
  };
}
