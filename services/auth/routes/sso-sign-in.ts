import { CodedError, finishSso, listSsoChoices, oidcAnswer, samlAnswer, samlMetadata, startSso } from '@autograph/contracts';
import { ssoAssertions, ssoProviders } from '@autograph/database';
import { asc, eq } from '@autograph/database/query.ts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import type { AuthKit } from '../auth-kit.ts';
import { type Arrival, admit, arrive, enter, sendOn } from '../sso/arrive.ts';
import { claimsOf } from '../sso/claims.ts';
import { claimsOfCode, requestCode } from '../sso/oidc.ts';
import { ownCertificateOf, ownKeyOf } from '../sso/own-key.ts';
import { ownPath } from '../sso/own-path.ts';
import { isMarked, keepPending, keepTicket, markBrowser, takePending, takeTicket } from '../sso/pending.ts';
import { openProviderOf, serviceOf, speaksOidc, speaksSaml } from '../sso/provider.ts';
import { SsoRefusal } from '../sso/refusal.ts';
import { type Assertion, readAnswer } from '../sso/saml-answer.ts';
import { ownMetadata } from '../sso/saml-metadata.ts';
import { requestSignIn } from '../sso/saml-request.ts';

const lapsed = 'it answers no sign-in that was begun here, or one that was begun too long ago';

/** Notes the browser and what it wants; gives the provider's address for it. */
async function begin({ kit, request, reply, provider }: Arrival, next: string): Promise<string> {
  const service = serviceOf(kit.config.PUBLIC_URL, provider.id);
  const pending = { provider: provider.id, browser: markBrowser(kit.config.PUBLIC_URL, request, reply), next };
  if (speaksSaml(provider)) {
    const key = provider.connection.sign_requests ? await ownKeyOf(kit, provider, 'sign a request to sign in') : undefined;
    const { id, url } = requestSignIn(provider, { service, now: new Date(), key });
    await keepPending(kit.kv, id, { ...pending, nonce: '', verifier: '' });
    return url;
  }
  if (!speaksOidc(provider)) throw new SsoRefusal('its protocol is not known');
  const { url, state, nonce, verifier } = await requestCode(provider, service);
  await keepPending(kit.kv, state, { ...pending, nonce, verifier });
  return url;
}

/** Takes an assertion once only. */
async function spend({ kit, provider }: Arrival, { id, expiresAt }: Assertion): Promise<void> {
  const row = { providerId: provider.id, assertionId: id, expiresAt };
  const fresh = await kit.db.insert(ssoAssertions).values(row).onConflictDoNothing().returning();
  if (fresh.length === 0) throw new SsoRefusal('it was used before');
}

/** The sign-in that an assertion answers; null when it began at the provider, and may. */
async function answered({ kit, provider }: Arrival, { inResponseTo }: Assertion) {
  if (inResponseTo === null) {
    if (provider.idpInitiated) return null;
    throw new SsoRefusal('the sign-in began at the identity provider, which is switched off for it');
  }
  const pending = await takePending(kit.kv, inResponseTo);
  if (pending?.provider !== provider.id) throw new SsoRefusal(lapsed);
  return pending;
}

/** Reads a SAML answer. The session opens with the browser's next request, which brings the cookie that this one of another site lacks. */
async function takeSaml(arrival: Arrival, encoded: string, relayState: string | undefined): Promise<string> {
  const { kit, provider } = arrival;
  if (!speaksSaml(provider)) throw new SsoRefusal('this provider does not speak SAML');
  const { PUBLIC_URL } = kit.config;
  const ownKey = async () => (await ownKeyOf(kit, provider, 'open an encrypted assertion')).key;
  const assertion = await readAnswer(provider, serviceOf(PUBLIC_URL, provider.id), encoded, { now: new Date(), ownKey });
  await spend(arrival, assertion);
  const pending = await answered(arrival, assertion);
  const account = await admit(arrival, claimsOf(provider.attributes, assertion.attributes, assertion.subject));
  const next = pending?.next ?? ownPath(relayState, PUBLIC_URL);
  const { subject, format, sessionIndex } = assertion;
  const ticket = await keepTicket(kit.kv, {
    provider: provider.id,
    userId: account.id,
    next,
    browser: pending?.browser ?? null,
    saml: { subject, format, sessionIndex },
  });
  return `/api/auth/sso/finish?ticket=${ticket}`;
}

interface OidcAnswer {
  readonly code?: string | undefined;
  readonly state?: string | undefined;
  readonly iss?: string | undefined;
  readonly error?: string | undefined;
  readonly error_description?: string | undefined;
}

async function takeOidc(arrival: Arrival, { code, state, iss, error, error_description }: OidcAnswer): Promise<string> {
  const { kit, request, provider } = arrival;
  if (!speaksOidc(provider)) throw new SsoRefusal('this provider does not speak OpenID Connect');
  const pending = await takePending(kit.kv, state ?? '');
  if (pending?.provider !== provider.id) throw new SsoRefusal(lapsed);
  if (!isMarked(request, pending.browser)) throw new SsoRefusal('another browser began this sign-in');
  if (error !== undefined) throw new SsoRefusal(`the provider did not sign the person in: ${error_description ?? error}`);
  if (code === undefined) throw new SsoRefusal('the answer has no code');
  const { claims, ...elsewhere } = await claimsOfCode(kit, provider, serviceOf(kit.config.PUBLIC_URL, provider.id), { code, iss }, pending);
  const account = await admit(arrival, claims);
  await enter(arrival, account.id, elsewhere);
  return pending.next;
}

/** Signing in through identity providers: SAML and OpenID Connect. */
export function serveSsoSignIn(parent: FastifyInstance, kit: AuthKit): void {
  void parent.register(async (app) => serveIn(app, kit));
}

function serveIn(app: FastifyInstance, kit: AuthKit): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  implement(app, listSsoChoices, async () => {
    const rows = await kit.db.select().from(ssoProviders).where(eq(ssoProviders.enabled, true)).orderBy(asc(ssoProviders.name));
    return { items: rows.map(({ id, name, preset, domains }) => ({ id, name, preset, domains })) };
  });

  implement(app, samlMetadata, async ({ params, reply }) => {
    const provider = await openProviderOf(kit.db, params.id);
    if (!speaksSaml(provider)) throw new CodedError('not_found', { message: 'This identity provider does not speak SAML.' });
    const certificate = await ownCertificateOf(kit, provider);
    const signsRequests = provider.connection.sign_requests ?? false;
    reply.type('application/samlmetadata+xml');
    return Buffer.from(ownMetadata(serviceOf(kit.config.PUBLIC_URL, provider.id), { certificate, signsRequests }));
  });

  implement(app, startSso, ({ params, query, request, reply }) =>
    arrive({ kit, request, reply }, params.id, (arrival) => begin(arrival, ownPath(query.next, kit.config.PUBLIC_URL))),
  );

  implement(app, samlAnswer, ({ params, body, request, reply }) =>
    arrive({ kit, request, reply }, params.id, (arrival) => takeSaml(arrival, body.SAMLResponse ?? '', body.RelayState)),
  );

  implement(app, oidcAnswer, ({ params, query, request, reply }) =>
    arrive({ kit, request, reply }, params.id, (arrival) => takeOidc(arrival, query)),
  );

  implement(app, finishSso, async ({ query, request, reply }) => {
    const signed = { kit, request, reply };
    const ticket = await takeTicket(kit.kv, query.ticket);
    if (!ticket) return sendOn(signed, '/signin?sso_error=sso_refused');
    return arrive(signed, ticket.provider, async (arrival) => {
      if (ticket.browser !== null && !isMarked(request, ticket.browser)) throw new SsoRefusal('another browser began this sign-in');
      await enter(arrival, ticket.userId, ticket.saml);
      return ticket.next;
    });
  });
}
