import { z } from 'zod';
import { Scope } from './identity.ts';
import { defineRoute } from './route.ts';

const text = z.string().max(2000).optional();

/** What an app asks for at /oauth/authorize (RFC 6749 section 4.1.1, RFC 7636 section 4.3). */
export const AuthorizationRequest = z.object({
  client_id: text,
  redirect_uri: text,
  response_type: text,
  scope: text.describe('Names with blanks between; read when absent'),
  state: text.describe('Given back as it came'),
  code_challenge: text,
  code_challenge_method: text.describe('S256'),
});
export type AuthorizationRequest = z.infer<typeof AuthorizationRequest>;

export const describeAuthorization = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/authorization',
  summary: 'What a person is asked to agree to. With `redirect_to` there is nothing to agree to: the app is told what it did wrong there.',
  query: AuthorizationRequest,
  responses: {
    200: z.object({
      app: z.object({ id: z.string(), name: z.string(), homepage: z.string().nullable(), owner: z.string(), answers_at: z.string() }),
      scopes: z.array(Scope),
      redirect_to: z.string().nullable(),
    }),
  },
  errors: ['unauthenticated', 'session_required', 'unknown_app', 'unknown_redirect'],
});

export const decideAuthorization = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/authorization',
  summary: 'Agree or not; the browser goes on to `redirect_to`.',
  body: AuthorizationRequest.extend({ approve: z.boolean() }),
  responses: { 200: z.object({ redirect_to: z.string() }) },
  errors: ['unauthenticated', 'session_required', 'validation_failed', 'unknown_app', 'unknown_redirect'],
});

/** A failure as OAuth clients expect it (RFC 6749 section 5.2). */
export const OAuthFailure = z.object({ error: z.string(), error_description: z.string() });

const clientFields = { client_id: text, client_secret: text };

export const issueToken = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/oauth/token',
  anyOrigin: true,
  summary: 'Trade an authorization code or a refresh token for an access token (RFC 6749). Refresh tokens are good for one use.',
  public: true,
  form: true,
  body: z.object({
    ...clientFields,
    grant_type: text,
    code: text,
    redirect_uri: text,
    code_verifier: text,
    refresh_token: text,
    scope: text,
  }),
  responses: {
    200: z.object({
      access_token: z.string(),
      token_type: z.literal('Bearer'),
      expires_in: z.number().int().describe('Seconds'),
      refresh_token: z.string(),
      scope: z.string(),
    }),
    400: OAuthFailure,
    401: OAuthFailure,
  },
});

export const revokeToken = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/oauth/revoke',
  anyOrigin: true,
  summary: 'Give a token back (RFC 7009); with a refresh token go all access tokens that came with it.',
  public: true,
  form: true,
  body: z.object({ ...clientFields, token: text, token_type_hint: text }),
  responses: { 200: z.object({}), 401: OAuthFailure },
});

export const introspectToken = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/oauth/introspect',
  summary: 'Whether a token of an app is in force, and for what (RFC 7662). For apps with a client secret.',
  public: true,
  form: true,
  body: z.object({ ...clientFields, token: text, token_type_hint: text }),
  responses: {
    200: z.object({
      active: z.boolean(),
      scope: z.string().optional(),
      client_id: z.string().optional(),
      sub: z.string().optional(),
      token_type: z.string().optional(),
      exp: z.number().int().optional(),
      iat: z.number().int().optional(),
    }),
    401: OAuthFailure,
  },
});

export const oauthMetadata = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/.well-known/oauth-authorization-server',
  anyOrigin: true,
  summary: 'Where the endpoints are and what they can do (RFC 8414).',
  public: true,
  responses: {
    200: z.object({
      issuer: z.string(),
      authorization_endpoint: z.string(),
      token_endpoint: z.string(),
      revocation_endpoint: z.string(),
      introspection_endpoint: z.string(),
      scopes_supported: z.array(z.string()),
      response_types_supported: z.array(z.string()),
      response_modes_supported: z.array(z.string()),
      grant_types_supported: z.array(z.string()),
      token_endpoint_auth_methods_supported: z.array(z.string()),
      code_challenge_methods_supported: z.array(z.string()),
      authorization_response_iss_parameter_supported: z.boolean(),
    }),
  },
});
