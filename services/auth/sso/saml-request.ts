import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { Constants, SamlLib } from 'samlify';
import type { Speaking, serviceOf } from './provider.ts';

const template =
  '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"' +
  ' ID="{ID}" Version="2.0" IssueInstant="{IssueInstant}" Destination="{Destination}" ProtocolBinding="{Binding}"' +
  ' AssertionConsumerServiceURL="{AcsUrl}"><saml:Issuer>{Issuer}</saml:Issuer><samlp:NameIDPolicy AllowCreate="true"/></samlp:AuthnRequest>';

/** A request to sign in, by HTTP-Redirect (SAML bindings, section 3.4): its id, and where the browser goes with it. */
export function requestSignIn(provider: Speaking<'saml'>, service: ReturnType<typeof serviceOf>, now: Date): { id: string; url: string } {
  const id = `_${randomBytes(20).toString('hex')}`;
  const xml = SamlLib.replaceTagsByValue(template, {
    ID: id,
    IssueInstant: now.toISOString(),
    Destination: provider.connection.sso_url,
    Binding: Constants.namespace.binding.post,
    AcsUrl: service.acs_url,
    Issuer: service.entity_id,
  });
  const url = new URL(provider.connection.sso_url);
  url.searchParams.set('SAMLRequest', deflateRawSync(xml).toString('base64'));
  return { id, url: url.href };
}
