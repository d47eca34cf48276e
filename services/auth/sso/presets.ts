import type { SsoAttributes, SsoPreset } from '@autograph/contracts';

export interface Preset {
  readonly attributes: SsoAttributes;
  readonly idpInitiated: boolean;
}

const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';
const microsoft = 'http://schemas.microsoft.com';

/** The names under which OpenID Connect providers send what an account is filled from (OpenID Connect Core, section 5.1). */
export const oidcAttributes: SsoAttributes = {
  email: 'email',
  name: 'name',
  first_name: 'given_name',
  last_name: 'family_name',
  groups: 'groups',
};

/** What each kind of identity provider sends by SAML unless somebody has changed it there. */
export const presets: Readonly<Record<SsoPreset, Preset>> = {
  entra: {
    attributes: {
      email: `${claims}/emailaddress`,
      name: `${microsoft}/identity/claims/displayname`,
      first_name: `${claims}/givenname`,
      last_name: `${claims}/surname`,
      groups: `${microsoft}/ws/2008/06/identity/claims/groups`,
    },
    idpInitiated: true,
  },
  okta: {
    attributes: { email: 'email', name: 'displayName', first_name: 'firstName', last_name: 'lastName', groups: 'groups' },
    idpInitiated: true,
  },
  onelogin: {
    attributes: { email: 'User.email', name: '', first_name: 'User.FirstName', last_name: 'User.LastName', groups: 'memberOf' },
    idpInitiated: true,
  },
  custom: {
    attributes: { email: 'email', name: 'name', first_name: 'firstName', last_name: 'lastName', groups: 'groups' },
    idpInitiated: false,
  },
};
