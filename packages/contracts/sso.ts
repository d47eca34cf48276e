import { z } from 'zod';
import { Role } from './auth.ts';
import { defineRoute } from './route.ts';
import { storableText } from './text.ts';

/** Identity providers whose settings are known; `custom` is any other. */
export const ssoPresets = ['entra', 'okta', 'onelogin', 'custom'] as const;
export const SsoPreset = z.enum(ssoPresets);
export type SsoPreset = z.infer<typeof SsoPreset>;

const webAddress = z
  .string()
  .trim()
  .max(2000)
  .pipe(z.url({ protocol: /^https?$/, error: 'Enter an address that begins with https://.' }));

/** Of an identity provider, as its metadata gives them. */
export const SamlConnection = z.object({
  protocol: z.literal('saml'),
  entity_id: storableText.trim().min(1, 'Enter the entity id of the identity provider.').max(1000),
  sso_url: webAddress.describe('Where browsers are sent to sign in, by HTTP-Redirect'),
  certificates: z
    .array(storableText.trim().min(1).max(10_000))
    .min(1, 'Give the certificate with which the identity provider signs.')
    .max(5)
    .describe('X.509, PEM or base64; several while one replaces another'),
  slo_url: webAddress
    .nullable()
    .default(null)
    .describe('Where browsers are sent to sign out there as well, by HTTP-Redirect; null where sign-outs concern this instance alone'),
  sign_requests: z.boolean().default(false).describe('Requests to sign in are signed with the key in our metadata'),
});
export type SamlConnection = z.infer<typeof SamlConnection>;

export const OidcConnection = z.object({
  protocol: z.literal('oidc'),
  issuer: webAddress.describe('Its discovery document is at /.well-known/openid-configuration below'),
  client_id: storableText.trim().min(1, 'Enter the client id.').max(500),
  scopes: storableText.trim().min(1).max(500).default('openid email profile'),
  end_session: z
    .boolean()
    .default(true)
    .describe('Whoever signs out here signs out there as well, where the provider has an end_session_endpoint'),
});
export type OidcConnection = z.infer<typeof OidcConnection>;

export const SsoConnection = z.discriminatedUnion('protocol', [SamlConnection, OidcConnection]);
export type SsoConnection = z.infer<typeof SsoConnection>;

const attribute = storableText.trim().max(300);

/** Names of the attributes (SAML) or claims (OpenID Connect) from which an account is filled; an empty one is not looked for. */
export const SsoAttributes = z.object({
  email: attribute,
  name: attribute,
  first_name: attribute,
  last_name: attribute,
  groups: attribute,
});
export type SsoAttributes = z.infer<typeof SsoAttributes>;

export const RoleMapping = z.object({ group: storableText.trim().min(1, 'Enter the name of the group.').max(300), role: Role });
export type RoleMapping = z.infer<typeof RoleMapping>;

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63}$/, 'Enter a domain such as example.com.')
  .max(253);

const editable = {
  name: storableText.trim().min(1, 'Give it a name.').max(80, 'Use at most 80 characters.'),
  enabled: z.boolean(),
  connection: SsoConnection,
  domains: z
    .array(domain)
    .max(50)
    .describe('Of e-mail addresses. Accounts that exist are taken over for these only; any new one when empty'),
  attributes: SsoAttributes,
  provision: z.boolean().describe('People without an account get one at their first sign-in'),
  default_role: Role,
  role_map: z.array(RoleMapping).max(200).describe('Roles by group; the strongest wins, the default role when none matches'),
  idp_initiated: z.boolean().describe('Sign-ins may begin at the identity provider (SAML)'),
};

/** What an identity provider is to be told of this instance; each has addresses of its own. */
const SsoService = z.object({
  entity_id: z.string(),
  acs_url: z.string(),
  slo_url: z.string(),
  redirect_uri: z.string(),
  post_logout_redirect_uri: z.string(),
  scim_url: z.string(),
});

/** An identity provider as admins see it; its secrets never leave. */
export const SsoProvider = z.object({
  id: z.uuid(),
  preset: SsoPreset,
  ...editable,
  has_client_secret: z.boolean(),
  service: SsoService,
  scim_token_made_at: z.iso.datetime().nullable(),
  scim_last_used_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
});
export type SsoProvider = z.infer<typeof SsoProvider>;

const clientSecret = storableText.trim().min(1).max(2000).describe('Kept encrypted; never given out again');
const params = z.object({ id: z.uuid() });
const adminErrors = ['unauthenticated', 'forbidden'] as const;

export const listSsoProviders = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/admin/sso',
  summary: 'Identity providers of this instance.',
  responses: {
    200: z.object({
      items: z.array(SsoProvider),
      fresh: z
        .object({ id: z.uuid(), service: SsoService })
        .describe('For the next one: what its identity provider is to be told beforehand'),
    }),
  },
  errors: adminErrors,
});

export const createSsoProvider = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/admin/sso',
  summary: 'Connect an identity provider. What is left out is as its preset has it.',
  body: z.object({
    id: z.uuid().optional().describe('As `fresh` of the list gave it'),
    preset: SsoPreset,
    ...editable,
    enabled: editable.enabled.default(true),
    domains: editable.domains.default([]),
    attributes: SsoAttributes.partial().default({}),
    provision: editable.provision.default(true),
    default_role: Role.default('viewer'),
    role_map: editable.role_map.default([]),
    idp_initiated: editable.idp_initiated.optional(),
    client_secret: clientSecret.optional(),
  }),
  responses: { 201: SsoProvider },
  errors: [...adminErrors, 'validation_failed'],
});

export const updateSsoProvider = defineRoute({
  service: 'auth',
  method: 'PATCH',
  path: '/api/admin/sso/:id',
  summary: 'Change an identity provider: only what is sent.',
  params,
  body: z.object({ ...editable, attributes: SsoAttributes.partial(), client_secret: clientSecret }).partial(),
  responses: { 200: SsoProvider },
  errors: [...adminErrors, 'validation_failed', 'not_found'],
});

export const deleteSsoProvider = defineRoute({
  service: 'auth',
  method: 'DELETE',
  path: '/api/admin/sso/:id',
  summary: 'Disconnect an identity provider. Its accounts stay, but nobody signs in through it any more.',
  params,
  responses: { 200: z.object({ deleted: z.literal(true) }) },
  errors: [...adminErrors, 'not_found'],
});

export const readSsoMetadata = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/admin/sso/metadata',
  summary: 'Read the SAML metadata of an identity provider, from its address or its XML. Nothing is stored.',
  body: z
    .object({ url: webAddress.optional(), xml: z.string().min(1).max(500_000).optional() })
    .refine(({ url, xml }) => (url === undefined) !== (xml === undefined), 'Send either url or xml.'),
  responses: { 200: SamlConnection },
  errors: [...adminErrors, 'validation_failed'],
});

export const SsoCheck = z.object({
  name: z.string(),
  status: z.enum(['ok', 'warning', 'failed']),
  message: z.string().describe('What was found and, when it is not right, what to do'),
});
export type SsoCheck = z.infer<typeof SsoCheck>;

export const testSsoProvider = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/admin/sso/:id/test',
  summary: 'Try the connection to an identity provider and say what is wrong with it.',
  params,
  responses: { 200: z.object({ checks: z.array(SsoCheck) }) },
  errors: [...adminErrors, 'not_found'],
});

export const createScimToken = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/admin/sso/:id/scim-token',
  summary: 'Make the token with which an identity provider manages accounts by SCIM. One made before stops working.',
  params,
  responses: { 201: z.object({ token: z.string().describe('Shown in this answer only') }) },
  errors: [...adminErrors, 'not_found'],
});

export const deleteScimToken = defineRoute({
  service: 'auth',
  method: 'DELETE',
  path: '/api/admin/sso/:id/scim-token',
  summary: 'Take the SCIM token of an identity provider back.',
  params,
  responses: { 200: SsoProvider },
  errors: [...adminErrors, 'not_found'],
});

/** An identity provider as the sign-in page shows it. */
export const SsoChoice = z.object({ id: z.uuid(), name: z.string(), preset: SsoPreset, domains: z.array(z.string()) });
export type SsoChoice = z.infer<typeof SsoChoice>;

export const listSsoChoices = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/sso',
  summary: 'Identity providers through which people may sign in.',
  public: true,
  responses: { 200: z.object({ items: z.array(SsoChoice) }) },
});

export const startSso = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/sso/:id/start',
  summary: 'Send the browser to an identity provider.',
  public: true,
  params,
  query: z.object({ next: z.string().max(2000).optional().describe('The page to open afterwards') }),
  responses: { 204: null, 303: null },
});

export const samlMetadata = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/sso/:id/metadata',
  summary: 'The SAML metadata of this instance for an identity provider.',
  public: true,
  params,
  responses: { 200: 'binary' },
  errors: ['not_found'],
});

export const samlAnswer = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/sso/:id/acs',
  summary: 'Where browsers bring the signed answer of a SAML identity provider.',
  public: true,
  form: true,
  foreign: true,
  params,
  body: z.object({ SAMLResponse: z.string().max(400_000).optional(), RelayState: z.string().max(2000).optional() }),
  responses: { 204: null, 303: null },
});

const samlText = z.string().max(400_000).optional();

export const samlLogout = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/sso/:id/slo',
  summary: 'Where browsers bring a SAML identity provider’s signed wish to end sessions, or its word that it has ended its own.',
  public: true,
  params,
  query: z.object({
    SAMLRequest: samlText,
    SAMLResponse: samlText,
    RelayState: z.string().max(2000).optional(),
    SigAlg: z.string().max(200).optional(),
    Signature: z.string().max(4000).optional(),
  }),
  responses: { 204: null, 303: null },
});

const text = z.string().max(4000).optional();

export const oidcAnswer = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/sso/:id/callback',
  summary: 'Where browsers bring the code of an OpenID Connect provider.',
  public: true,
  params,
  query: z.object({ code: text, state: text, iss: text, error: text, error_description: text }),
  responses: { 204: null, 303: null },
});

export const finishSso = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/sso/finish',
  summary: 'Open the session of a sign-in whose answer was accepted.',
  public: true,
  query: z.object({ ticket: z.string().max(200) }),
  responses: { 204: null, 303: null },
});
