import { randomBytes, webcrypto } from 'node:crypto';
import { ssoProviders } from '@autograph/database';
import { and, eq, isNull } from '@autograph/database/query.ts';
import type { AuthKit } from '../auth-kit.ts';
import { type ProviderRow, providerOf } from './provider.ts';

/** What this instance signs with towards one provider, and what the provider encrypts for. */
export interface OwnKey {
  /** PKCS #8, PEM. */
  readonly key: string;
  /** X.509, base64. */
  readonly certificate: string;
}

/** Providers take a certificate as it is and compare it: it is not meant to run out by itself. */
const certificateYears = 20;
const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

const context = (providerId: string) => `sso_providers.own_key:${providerId}`;

async function makeKey(): Promise<OwnKey> {
  // Needed once in the life of a provider.
  const { X509CertificateGenerator } = await import('@peculiar/x509');
  const size = { modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) };
  const keys = await webcrypto.subtle.generateKey({ ...algorithm, ...size }, true, ['sign', 'verify']);
  const now = new Date();
  const until = new Date(now);
  until.setUTCFullYear(now.getUTCFullYear() + certificateYears);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: randomBytes(16).toString('hex'),
    name: 'CN=AutoGraph',
    notBefore: now,
    notAfter: until,
    signingAlgorithm: algorithm,
    keys,
  });
  const body = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  const lines = body.match(/.{1,64}/g) ?? [];
  return {
    key: ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n'),
    certificate: Buffer.from(certificate.rawData).toString('base64'),
  };
}

/** Gives a provider its key, once: of two that do so at the same time the first counts. */
async function giveKey(kit: AuthKit, id: string): Promise<ProviderRow> {
  const { key, certificate } = await makeKey();
  const made = { ownKey: kit.secrets.seal(key, context(id)), ownCertificate: certificate };
  const none = and(eq(ssoProviders.id, id), isNull(ssoProviders.ownKey));
  const [row] = await kit.db.update(ssoProviders).set(made).where(none).returning();
  return row ?? providerOf(kit.db, id);
}

async function keyed(kit: AuthKit, provider: ProviderRow) {
  const { ownKey, ownCertificate } = provider.ownKey === null ? await giveKey(kit, provider.id) : provider;
  if (ownKey === null || ownCertificate === null) throw new Error(`The provider ${provider.id} has no key.`);
  return { ownKey, ownCertificate };
}

/** The certificate that a provider is shown, X.509 in base64. */
export const ownCertificateOf = async (kit: AuthKit, provider: ProviderRow): Promise<string> => (await keyed(kit, provider)).ownCertificate;

/** The key towards a provider; `purpose` goes to the audit log. */
export async function ownKeyOf(kit: AuthKit, provider: ProviderRow, purpose: string): Promise<OwnKey> {
  const { ownKey, ownCertificate } = await keyed(kit, provider);
  return { key: await kit.secrets.open(ownKey, { context: context(provider.id), reader: 'auth', purpose }), certificate: ownCertificate };
}
