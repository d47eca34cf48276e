import { z } from 'zod';
import { fetchJson } from './fetch-text.ts';
import type { Speaking } from './provider.ts';
import { SsoRefusal } from './refusal.ts';

/** What we need of a provider's discovery document (OpenID Connect Discovery, section 3). */
const Discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  end_session_endpoint: z.url({ protocol: /^https?$/ }).optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  id_token_signing_alg_values_supported: z.array(z.string()).default(['RS256']),
  code_challenge_methods_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});
export type Discovery = z.output<typeof Discovery>;

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

/** Where a provider's endpoints are. Throws SsoRefusal. */
export async function discover({ connection }: Speaking<'oidc'>): Promise<Discovery> {
  const address = `${withoutSlash(connection.issuer)}/.well-known/openid-configuration`;
  const parsed = Discovery.safeParse(await fetchJson(address));
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new SsoRefusal(`${address} is no discovery document: ${fields} missing or wrong`);
  }
  if (withoutSlash(parsed.data.issuer) !== withoutSlash(connection.issuer))
    throw new SsoRefusal(`the provider calls itself ${parsed.data.issuer} instead of ${connection.issuer}: enter the issuer exactly so`);
  return parsed.data;
}
