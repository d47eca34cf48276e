import { z } from 'zod';
import { defineRoute } from './route.ts';
import { storableText } from './text.ts';

export const roles = ['admin', 'editor', 'viewer'] as const;
export const Role = z.enum(roles).describe('The role in this instance');
export type Role = z.infer<typeof Role>;

export const User = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: Role,
  created_at: z.iso.datetime(),
});
export type User = z.infer<typeof User>;

/** Browsers hold the two tokens in httpOnly cookies of the same response; scripts read them here. */
export const Session = z.object({
  user: User,
  access_token: z.string().describe('JWT, send it as `Authorization: Bearer …`'),
  refresh_token: z.string().describe('Good for one refresh'),
  expires_in: z.number().int().describe('Seconds until the access token lapses'),
});
export type Session = z.infer<typeof Session>;

/** An address that an account is made with. */
export const EmailAddress = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email('Enter an e-mail address such as name@example.com.'))
  .describe('Compared without regard to letter case');

/** A password to be; what is wrong with one is told by `weak_password`. */
export const NewPassword = storableText
  .max(200, 'Use at most 200 characters.')
  .describe('At least 8 characters with an uppercase letter and a digit, at most 72 bytes, and not easy to guess');

/** An account that waits for its e-mail address to be confirmed. */
export const PendingAccount = z.object({ user: User, email_verified: z.literal(false) });
export type PendingAccount = z.infer<typeof PendingAccount>;

export const register = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/register',
  summary:
    'Create an account and sign in, or, where addresses are confirmed first, mail a link. The first account of an instance becomes its admin.',
  public: true,
  body: z.object({
    email: EmailAddress,
    password: NewPassword,
    name: storableText.trim().min(1, 'Enter your name.').max(100, 'Use at most 100 characters.'),
  }),
  responses: { 201: z.union([Session, PendingAccount]) },
  errors: ['validation_failed', 'weak_password', 'email_taken', 'registration_closed', 'domain_refused'],
});

export const remember = z
  .boolean()
  .default(false)
  .describe('Whether the sign-in lasts 30 days; else one day, in cookies that go with the browser, and only while something is done in it');

export const login = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/login',
  summary: 'Sign in with e-mail address and password, and a code where the account asks for a second factor.',
  public: true,
  body: z.object({
    email: storableText.trim().min(1).max(254),
    password: storableText.min(1).max(200),
    code: storableText.trim().min(6).max(20).optional().describe('Six digits of the authenticator app, or a backup code'),
    remember,
  }),
  responses: { 200: Session },
  errors: [
    'validation_failed',
    'invalid_credentials',
    'second_factor_required',
    'wrong_code',
    'email_unverified',
    'account_locked',
    'account_disabled',
    'rate_limited',
  ],
});

export const refresh = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/refresh',
  summary: 'Trade a refresh token for a new pair; a browser may send none and its cookie is used. A replayed token ends its session.',
  public: true,
  body: z.object({ refresh_token: z.string().min(1).max(200).optional() }).default({}),
  responses: { 200: Session },
  errors: ['validation_failed', 'invalid_token', 'session_idle', 'session_replaced', 'session_revoked', 'password_changed'],
});

export const logout = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/logout',
  summary:
    'End this session: its access and refresh tokens stop working at once. The cookie of the refresh token will do when the access token has lapsed.',
  public: true,
  responses: {
    200: z.object({
      signed_out: z.literal(true),
      next: z.url().nullable().describe('Where a browser goes so that the identity provider ends its session, too; null for nowhere'),
    }),
  },
  errors: ['unauthenticated'],
});

const chord = z
  .string()
  .regex(/^(mod\+)?(alt\+)?(shift\+)?(\S|[A-Z][A-Za-z0-9]{1,19})$/u, 'Not a key combination.')
  .describe("Modifiers in the order mod, alt, shift, then the key: 'mod+shift+g', 'Delete', 'r'");

/** What a person has chosen for all their devices. What is absent is as the product has it. */
export const Preferences = z.strictObject({
  shortcuts: z
    .record(z.string().regex(/^[a-z][a-z0-9_]{0,79}$/), z.array(chord).max(4))
    .refine((keys) => Object.keys(keys).length <= 500, 'At most 500 shortcuts.')
    .optional()
    .describe('By command id: the keys instead of its own; none when empty'),
});
export type Preferences = z.infer<typeof Preferences>;

export const me = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/me',
  scope: 'read',
  summary: 'Who is signed in, and what they prefer.',
  responses: { 200: z.object({ user: User, preferences: Preferences }) },
  errors: ['unauthenticated'],
});

export const updatePreferences = defineRoute({
  service: 'auth',
  method: 'PATCH',
  path: '/api/auth/preferences',
  summary: 'Change preferences: each field that is sent replaces the one before.',
  body: Preferences,
  responses: { 200: z.object({ preferences: Preferences }) },
  errors: ['unauthenticated', 'validation_failed'],
});

export const setup = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/setup',
  summary: 'Whether this instance still waits for its first account, and whether it takes further ones.',
  public: true,
  responses: {
    200: z.object({ needs_setup: z.boolean(), registration_open: z.boolean(), idle_minutes: z.number().describe('0 for any time') }),
  },
});
