import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { Constants, IdentityProvider, SamlLib, ServiceProvider } from 'samlify';
import { type SamlPeer, samlPeer } from './saml-peer.ts';

/** A new RSA key and its certificate, PEM. */
function newKey(days: number): { readonly key: string; readonly certificate: string } {
  const folder = mkdtempSync(join(tmpdir(), 'autograph-saml-'));
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem', '-subj', '/CN=provider'];
  execFileSync('openssl', [...args, '-days', String(days)], { cwd: folder, stdio: 'pipe' });
  const made = { key: readFileSync(join(folder, 'key.pem'), 'utf8'), certificate: readFileSync(join(folder, 'cert.pem'), 'utf8') };
  rmSync(folder, { recursive: true });
  return made;
}

/** What an answer says; each field may be made wrong. */
export interface SamlAnswerFields {
  readonly acsUrl: string;
  readonly audience: string;
  readonly subject: string;
  readonly inResponseTo?: string;
  readonly issuer?: string;
  readonly recipient?: string;
  readonly status?: string;
  /** Milliseconds from now. */
  readonly validFor?: number;
  readonly algorithm?: string;
  /** What the provider calls its own session. */
  readonly sessionIndex?: string;
  /** Encrypts the assertion for the instance of this metadata; signed is the assertion, or the answer around what is encrypted. */
  readonly encrypt?: { readonly metadata: string; readonly signed: 'assertion' | 'answer'; readonly algorithm?: string };
  readonly attributes: Readonly<Record<string, string | readonly string[]>>;
}

export interface SamlProvider {
  readonly entityId: string;
  readonly metadata: string;
  readonly certificate: string;
  /** Reads the request that a browser brings: its id, and where the answer is wanted. */
  readRequest(url: string): { readonly id: string; readonly acsUrl: string; readonly issuer: string };
  /** A signed SAMLResponse, base64. */
  answer(fields: SamlAnswerFields): Promise<string>;
  /** What it does with an instance that it knows by its metadata, beyond answering. */
  peer(metadata: string): SamlPeer;
}

const sha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const aes256 = 'http://www.w3.org/2009/xmlenc11#aes256-gcm';
const emailFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function attributeXml(attributes: SamlAnswerFields['attributes']): string {
  const all = Object.entries(attributes).map(([name, value]) => {
    const values = [value].flat().map((text) => `<saml:AttributeValue>${escaped(text)}</saml:AttributeValue>`);
    return `<saml:Attribute Name="${escaped(name)}">${values.join('')}</saml:Attribute>`;
  });
  return `<saml:AttributeStatement>${all.join('')}</saml:AttributeStatement>`;
}

const attributeOf = (xml: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1] ?? '';

/** A SAML identity provider that signs with a key of its own, as samlify has one. */
export function createSamlProvider(entityId: string, days = 365): SamlProvider {
  const { key, certificate } = newKey(days);
  const { binding } = Constants.namespace;
  const location = `${entityId}/sso`;
  const provider = (algorithm: string, encryption = '') =>
    IdentityProvider({
      wantAuthnRequestsSigned: true,
      wantLogoutRequestSigned: true,
      wantLogoutResponseSigned: true,
      ...(encryption === '' ? {} : { isAssertionEncrypted: true, dataEncryptionAlgorithm: encryption }),
      entityID: entityId,
      privateKey: key,
      signingCert: certificate,
      requestSignatureAlgorithm: algorithm,
      nameIDFormat: [emailFormat],
      singleSignOnService: [{ Binding: binding.redirect, Location: location }],
      singleLogoutService: [{ Binding: binding.redirect, Location: `${entityId}/slo` }],
    });
  return {
    entityId,
    metadata: provider(sha256).getMetadata(),
    certificate,
    readRequest(url) {
      const packed = new URL(url).searchParams.get('SAMLRequest') ?? '';
      const xml = inflateRawSync(Buffer.from(packed, 'base64')).toString();
      const issuer = /<saml:Issuer>([^<]*)</.exec(xml)?.[1] ?? '';
      return { id: attributeOf(xml, 'ID'), acsUrl: attributeOf(xml, 'AssertionConsumerServiceURL'), issuer };
    },
    async answer(fields) {
      const { encrypt } = fields;
      const service = encrypt
        ? ServiceProvider({
            metadata: encrypt.metadata.replace('WantAssertionsSigned="true"', `WantAssertionsSigned="${encrypt.signed === 'assertion'}"`),
            wantMessageSigned: encrypt.signed === 'answer',
          })
        : ServiceProvider({
            entityID: fields.audience,
            wantAssertionsSigned: true,
            assertionConsumerService: [{ Binding: binding.post, Location: fields.acsUrl }],
          });
      const now = new Date();
      const until = new Date(now.getTime() + (fields.validFor ?? 300_000)).toISOString();
      const fill = (template: string) => {
        const id = `_${randomUUID()}`;
        const session = fields.sessionIndex
          ? `<saml:AuthnStatement AuthnInstant="${now.toISOString()}" SessionIndex="${fields.sessionIndex}"/>`
          : '';
        const filled = template.replace('{AttributeStatement}', attributeXml(fields.attributes)).replace('{AuthnStatement}', session);
        const context = SamlLib.replaceTagsByValue(filled, {
          ID: id,
          AssertionID: `_${randomUUID()}`,
          Destination: fields.acsUrl,
          Audience: fields.audience,
          SubjectRecipient: fields.recipient ?? fields.acsUrl,
          NameIDFormat: emailFormat,
          NameID: fields.subject,
          Issuer: fields.issuer ?? entityId,
          IssueInstant: now.toISOString(),
          StatusCode: fields.status ?? Constants.StatusCode.Success,
          ConditionsNotBefore: new Date(now.getTime() - 600_000).toISOString(),
          ConditionsNotOnOrAfter: until,
          SubjectConfirmationDataNotOnOrAfter: until,
          InResponseTo: fields.inResponseTo,
        });
        return { id, context };
      };
      const asked = { extract: { request: { id: fields.inResponseTo ?? '' } } };
      const made = await provider(fields.algorithm ?? sha256, encrypt && (encrypt.algorithm ?? aes256)).createLoginResponse(
        service,
        asked,
        'post',
        {},
        { customTagReplacement: fill, encryptThenSign: encrypt?.signed === 'answer' },
      );
      return made.context;
    },
    peer: (metadata) => samlPeer(provider(sha256), metadata),
  };
}
