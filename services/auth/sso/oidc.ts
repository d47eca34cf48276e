import { createHash, randomBytes } from 'node:crypto';
import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import { z } from 'zod';
import type { AuthKit } from '../auth-kit.ts';
import { type Attributes, type Claims, claimsOf } from './claims.ts';
import { fetchJson } from './fetch-text.ts';
import { type Discovery, discover } from './oidc-discovery.ts';
import type { Speaking, serviceOf } from './provider.ts';
import { SsoRefusal } from './refusal.ts';

type Service = ReturnType<typeof serviceOf>;

/** What must be known again when the answer comes. */
export interface OidcRequest {
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
}

const random = (): string => randomBytes(32).toString('base64url');

/** A request to sign in: authorization code with PKCE, state and nonce. Throws SsoRefusal when the provider cannot be reached. */
export async function requestCode(provider: Speaking<'oidc'>, service: Service): Promise<OidcRequest> {
  const { authorization_endpoint } = await discover(provider);
  const request = { state: random(), nonce: random(), verifier: random() };
  const url = new URL(authorization_endpoint);
  const fields = {
    response_type: 'code',
    client_id: provider.connection.client_id,
    redirect_uri: service.redirect_uri,
    scope: provider.connection.scopes,
    state: request.state,
    nonce: request.nonce,
    code_challenge: createHash('sha256').update(request.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return { url: url.href, ...request };
}

const sealContext = (providerId: string) => `sso_providers:${providerId}`;

/** A client secret as it is stored. */
export const sealClientSecret = (kit: AuthKit, providerId: string, secret: string): string =>
  kit.secrets.seal(secret, sealContext(providerId));

/** A provider’s client secret, null when it has none. */
export async function clientSecretOf(kit: AuthKit, provider: Speaking<'oidc'>): Promise<string | null> {
  if (provider.clientSecret === null) return null;
  return kit.secrets.open(provider.clientSecret, {
    context: sealContext(provider.id),
    reader: 'auth',
    purpose: 'trade an authorization code of OpenID Connect',
  });
}

interface ClientProof {
  readonly headers: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** How the client says who it is: by HTTP Basic, in the form, or, without a secret, by its id alone (RFC 6749, section 2.3). */
function clientProof(discovery: Discovery, clientId: string, secret: string | null): ClientProof {
  if (secret === null) return { headers: {}, fields: { client_id: clientId } };
  const methods = discovery.token_endpoint_auth_methods_supported;
  if (!methods.includes('client_secret_basic') && methods.includes('client_secret_post'))
    return { headers: {}, fields: { client_id: clientId, client_secret: secret } };
  const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`;
  return { headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }, fields: {} };
}

const TokenAnswer = z.object({ id_token: z.string(), access_token: z.string().optional() });
const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** Signatures by a key that the client has as well are not taken. */
const asymmetric = /^(RS|PS|ES)(256|384|512)$|^Ed(DSA|25519)$/;

async function verifyIdToken(token: string, provider: Speaking<'oidc'>, discovery: Discovery, nonce: string) {
  const keys: JSONWebKeySet = KeySet.parse(await fetchJson(discovery.jwks_uri));
  const verified = await jwtVerify(token, createLocalJWKSet(keys), {
    issuer: discovery.issuer,
    audience: provider.connection.client_id,
    algorithms: discovery.id_token_signing_alg_values_supported.filter((name) => asymmetric.test(name)),
    requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
    clockTolerance: 120,
  }).catch((cause: unknown) => {
    if (!(cause instanceof errors.JOSEError)) throw cause;
    throw new SsoRefusal(`its ID token is not valid: ${cause.message}`, { cause });
  });
  const { payload } = verified;
  if (payload.nonce !== nonce) throw new SsoRefusal('its ID token answers another request (nonce)');
  if (payload.azp !== undefined && payload.azp !== provider.connection.client_id)
    throw new SsoRefusal('its ID token was made for another client (azp)');
  return { ...payload, sub: z.string().min(1).parse(payload.sub) };
}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((item) => (typeof item === 'string' ? [item] : []));

const attributesOf = (claims: Readonly<Record<string, unknown>>): Attributes =>
  new Map(Object.entries(claims).map(([name, value]) => [name, texts(value)]));

/** Claims that the provider keeps out of the ID token. They count only for the subject of that token (OpenID Connect Core, 5.3.2). */
async function userInfo(discovery: Discovery, accessToken: string | undefined, subject: string): Promise<Record<string, unknown>> {
  if (!discovery.userinfo_endpoint || !accessToken) return {};
  const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json' };
  const info = z.record(z.string(), z.unknown()).parse(await fetchJson(discovery.userinfo_endpoint, { headers }));
  if (info.sub !== subject) throw new SsoRefusal('its user info is of another subject');
  return info;
}

/** What the provider says of a person, and the token in which it says so. */
export interface SaidOf {
  readonly claims: Claims;
  readonly subject: string;
  readonly idToken: string;
}

/** Trades the code of an answer for what the provider says of the person. Throws SsoRefusal. */
export async function claimsOfCode(
  kit: AuthKit,
  provider: Speaking<'oidc'>,
  service: Service,
  answer: { readonly code: string; readonly iss?: string | undefined },
  begun: Pick<OidcRequest, 'nonce' | 'verifier'>,
): Promise<SaidOf> {
  const discovery = await discover(provider);
  const issNeeded = discovery.authorization_response_iss_parameter_supported || answer.iss !== undefined;
  if (issNeeded && answer.iss !== discovery.issuer) throw new SsoRefusal('the answer comes from another issuer (iss)');
  const proof = clientProof(discovery, provider.connection.client_id, await clientSecretOf(kit, provider));
  const form = {
    grant_type: 'authorization_code',
    code: answer.code,
    redirect_uri: service.redirect_uri,
    code_verifier: begun.verifier,
    ...proof.fields,
  };
  const headers = { ...proof.headers, accept: 'application/json' };
  const body = new URLSearchParams(form);
  const tokens = TokenAnswer.safeParse(await fetchJson(discovery.token_endpoint, { method: 'POST', headers, body }));
  if (!tokens.success) throw new SsoRefusal('the token endpoint gave no ID token; the scopes must include openid');
  const idToken = await verifyIdToken(tokens.data.id_token, provider, discovery, begun.nonce);
  const all: Readonly<Record<string, unknown>> = { ...(await userInfo(discovery, tokens.data.access_token, idToken.sub)), ...idToken };
  if (all.email_verified === false || all.email_verified === 'false')
    throw new SsoRefusal('the provider has not confirmed the e-mail address (email_verified)');
  return { claims: claimsOf(provider.attributes, attributesOf(all), idToken.sub), subject: idToken.sub, idToken: tokens.data.id_token };
}
