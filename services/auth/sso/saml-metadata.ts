import { CodedError, type SamlConnection } from '@autograph/contracts';
import { Constants, Extractor, IdPMetadata, ServiceProvider } from 'samlify';
import { readCertificate } from './certificate.ts';
import type { serviceOf } from './provider.ts';

const { binding } = Constants.namespace;

/** Elements that an entity would bring are not read at all. */
export const hasDoctype = (xml: string): boolean => /<!DOCTYPE/i.test(xml);

function unreadable(message: string): never {
  throw new CodedError('validation_failed', { details: [{ path: 'body.xml', message }] });
}

const certificatePath = ['EntityDescriptor', 'IDPSSODescriptor', 'KeyDescriptor', 'KeyInfo', 'X509Data', 'X509Certificate'];

function certificatesIn(xml: string): string[] {
  const { found } = Extractor.extract(xml, [{ key: 'found', localPath: certificatePath, attributes: [] }]);
  const texts = Array.isArray(found) ? found : typeof found === 'string' ? [found] : [];
  return [...new Set(texts.flatMap((text) => readCertificate(text)?.body ?? []))];
}

function parse(xml: string) {
  try {
    const metadata = IdPMetadata(xml);
    return {
      entityId: metadata.getEntityID(),
      ssoUrl: metadata.getSingleSignOnService('redirect'),
      sloUrl: metadata.getSingleLogoutService('redirect'),
      wantsSigned: metadata.isWantAuthnRequestsSigned(),
      certificates: certificatesIn(xml),
    };
  } catch {
    return null;
  }
}

/** What the SAML metadata of an identity provider says. Throws `validation_failed` telling what it lacks. */
export function readMetadata(xml: string): SamlConnection {
  const read = hasDoctype(xml) ? null : parse(xml);
  if (!read?.entityId) return unreadable('This is no metadata of one SAML identity provider (an EntityDescriptor).');
  const { entityId, ssoUrl, sloUrl, wantsSigned, certificates } = read;
  if (typeof ssoUrl !== 'string' || !URL.canParse(ssoUrl)) return unreadable('It names no SingleSignOnService for HTTP-Redirect.');
  if (certificates.length === 0) return unreadable('It holds no signing certificate (KeyDescriptor).');
  return {
    protocol: 'saml',
    entity_id: String(entityId),
    sso_url: ssoUrl,
    certificates: certificates.slice(0, 5),
    slo_url: typeof sloUrl === 'string' && URL.canParse(sloUrl) ? sloUrl : null,
    sign_requests: wantsSigned,
  };
}

interface OwnSide {
  /** X.509, base64: of the key that signs, and that assertions may be encrypted for. */
  readonly certificate: string;
  readonly signsRequests: boolean;
}

/** The metadata of this instance for one provider, XML. */
export function ownMetadata(
  { entity_id, acs_url, slo_url }: ReturnType<typeof serviceOf>,
  { certificate, signsRequests }: OwnSide,
): string {
  return ServiceProvider({
    entityID: entity_id,
    wantAssertionsSigned: true,
    authnRequestsSigned: signsRequests,
    signingCert: certificate,
    encryptCert: certificate,
    singleLogoutService: [{ Binding: binding.redirect, Location: slo_url }],
    assertionConsumerService: [{ Binding: binding.post, Location: acs_url }],
  }).getMetadata();
}
