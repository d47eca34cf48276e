import type { SsoPreset } from '@autograph/contracts/sso.ts';

interface PresetGuide {
  readonly label: string;
  /** Where in the provider's console what we need stands. */
  readonly hint: string;
}

/** What differs between identity providers for whoever connects one. */
export const presetGuides: Readonly<Record<SsoPreset, PresetGuide>> = {
  entra: {
    label: 'Microsoft Entra ID',
    hint: 'Enterprise applications, New application, Create your own, Single sign-on, SAML. Enter the two addresses below under Basic SAML Configuration, then copy the App Federation Metadata Url.',
  },
  okta: {
    label: 'Okta',
    hint: 'Applications, Create App Integration, SAML 2.0. Enter the two addresses below, add the attributes email, firstName, lastName and groups, then copy the Metadata URL from the Sign On tab.',
  },
  onelogin: {
    label: 'OneLogin',
    hint: 'Applications, Add App, SAML Custom Connector (Advanced). Enter the two addresses below under Configuration, then take the metadata from More Actions, SAML Metadata.',
  },
  custom: {
    label: 'Another provider',
    hint: 'Any provider that speaks SAML 2.0 or OpenID Connect, such as Keycloak, Google Workspace or Ping. Give it the addresses below.',
  },
};
