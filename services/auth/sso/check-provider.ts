import type { SsoCheck } from '@autograph/contracts';
import type { AuthKit } from '../auth-kit.ts';
import { readCertificate } from './certificate.ts';
import { fetchJson, fetchText } from './fetch-text.ts';
import { lastAnswer } from './last-answer.ts';
import { clientSecretOf } from './oidc.ts';
import { discover } from './oidc-discovery.ts';
import { type ProviderRow, type Speaking, speaksOidc, speaksSaml } from './provider.ts';
import { SsoRefusal } from './refusal.ts';

/** Days before the end of a certificate from which it is spoken of. */
const warnDays = 30;

const ok = (name: string, message: string): SsoCheck => ({ name, status: 'ok', message });
const warning = (name: string, message: string): SsoCheck => ({ name, status: 'warning', message });
const failed = (name: string, message: string): SsoCheck => ({ name, status: 'failed', message });

/** What an attempt came to; what a provider is to blame for is told, other failures pass. */
async function attempt(name: string, act: () => Promise<SsoCheck>): Promise<SsoCheck> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof SsoRefusal) return failed(name, error.message);
    throw error;
  }
}

function checkCertificate(text: string, now: Date): SsoCheck {
  const name = 'Certificate';
  const read = readCertificate(text);
  if (!read) return failed(name, 'It cannot be read. Paste the X.509 certificate of the identity provider in PEM or base64 again.');
  const until = new Date(read.certificate.validTo);
  const day = until.toISOString().slice(0, 10);
  if (until <= now) return failed(name, `It lapsed on ${day}. Add the new certificate of the identity provider.`);
  if (until.getTime() - now.getTime() < warnDays * 86_400_000)
    return warning(name, `It lapses on ${day}. Add the next one beside it before that day.`);
  return ok(name, `Valid until ${day}.`);
}

async function checkSaml({ connection }: Speaking<'saml'>, now: Date): Promise<SsoCheck[]> {
  const address = await attempt('Sign-in address', async () => {
    const { status } = await fetchText(connection.sso_url);
    if (status === 404 || status === 410 || status >= 500)
      return failed('Sign-in address', `${connection.sso_url} answered ${status}. Check the single sign-on URL.`);
    return ok('Sign-in address', `${new URL(connection.sso_url).host} answers.`);
  });
  return [address, ...connection.certificates.map((text) => checkCertificate(text, now))];
}

async function checkOidc(kit: AuthKit, provider: Speaking<'oidc'>): Promise<SsoCheck[]> {
  const found = await discover(provider).catch((error: unknown) => {
    if (error instanceof SsoRefusal) return error;
    throw error;
  });
  if (found instanceof SsoRefusal) return [failed('Discovery', `${found.message}.`)];
  const keys = await attempt('Keys', async () => {
    await fetchJson(found.jwks_uri);
    return ok('Keys', 'The signing keys can be read.');
  });
  const pkce = found.code_challenge_methods_supported;
  const secret = await clientSecretOf(kit, provider);
  return [
    ok('Discovery', `${found.issuer} answers.`),
    keys,
    pkce && !pkce.includes('S256')
      ? warning('PKCE', 'The provider does not say that it knows S256; it will ignore it.')
      : ok('PKCE', 'Codes are bound to this server.'),
    secret === null
      ? warning('Client secret', 'None is set: right only for a public client.')
      : ok('Client secret', 'Set. Whether the provider takes it shows at the first sign-in.'),
  ];
}

function checkOwnAddress(publicUrl: string): SsoCheck {
  const { protocol, host } = new URL(publicUrl);
  return protocol === 'https:'
    ? ok('Address of this instance', `People reach it at ${host}.`)
    : warning('Address of this instance', `${publicUrl} is not https: most identity providers refuse it. Set PUBLIC_URL.`);
}

async function checkLastAnswer(kit: AuthKit, provider: ProviderRow): Promise<SsoCheck> {
  const name = 'Last sign-in';
  const last = await lastAnswer(kit.kv, provider.id);
  if (!last) return warning(name, 'Nobody has signed in through it this week. Try it in a private window.');
  const at = last.at.slice(0, 16).replace('T', ' ');
  return last.problem === null ? ok(name, `Went well at ${at} UTC.`) : failed(name, `Failed at ${at} UTC: ${last.problem}.`);
}

/** Tries everything about a provider that can be tried without a person, and tells of the last person. */
export async function checkProvider(kit: AuthKit, provider: ProviderRow, now: Date): Promise<SsoCheck[]> {
  const own = speaksSaml(provider) ? await checkSaml(provider, now) : speaksOidc(provider) ? await checkOidc(kit, provider) : [];
  return [...own, checkOwnAddress(kit.config.PUBLIC_URL), await checkLastAnswer(kit, provider)];
}
