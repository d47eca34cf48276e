import { randomBytes } from 'node:crypto';
import { Constants, SamlLib } from 'samlify';
import type { OwnKey } from './own-key.ts';
import type { Speaking, serviceOf } from './provider.ts';
import { redirectAddress } from './saml-redirect.ts';

const template =
  '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"' +
  ' ID="{ID}" Version="2.0" IssueInstant="{IssueInstant}" Destination="{Destination}" ProtocolBinding="{Binding}"' +
  ' AssertionConsumerServiceURL="{AcsUrl}"><saml:Issuer>{Issuer}</saml:Issuer><samlp:NameIDPolicy AllowCreate="true"/></samlp:AuthnRequest>';

interface SignInRequest {
  readonly service: ReturnType<typeof serviceOf>;
  readonly now: Date;
  /** Signs it, when given. */
  readonly key: OwnKey | undefined;
}

/** A request to sign in, by HTTP-Redirect (SAML bindings, section 3.4): its id, and where the browser goes with it. */
export function requestSignIn({ connection }: Speaking<'saml'>, { service, now, key }: SignInRequest): { id: string; url: string } {
  const id = `_${randomBytes(20).toString('hex')}`;
  const xml = SamlLib.replaceTagsByValue(template, {
    ID: id,
    IssueInstant: now.toISOString(),
    Destination: connection.sso_url,
    Binding: Constants.namespace.binding.post,
    AcsUrl: service.acs_url,
    Issuer: service.entity_id,
  });
  return { id, url: redirectAddress(connection.sso_url, { name: 'SAMLRequest', xml, key }) };
}
