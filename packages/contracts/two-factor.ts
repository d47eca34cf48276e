import { z } from 'zod';
import { defineRoute } from './route.ts';
import { storableText } from './text.ts';

const password = storableText.min(1, 'Enter your password.').max(200);
const code = storableText.trim().min(6, 'Enter the six digits.').max(20);
const codes = z.object({ backup_codes: z.array(z.string()).describe('Shown this once; each is good for one sign-in') });

export const TwoFactorState = z.object({
  enabled: z.boolean(),
  backup_codes_left: z.number().int(),
});
export type TwoFactorState = z.infer<typeof TwoFactorState>;

export const twoFactorState = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/auth/two-factor',
  summary: 'Whether your account asks for a second factor.',
  responses: { 200: TwoFactorState },
  errors: ['unauthenticated'],
});

export const TwoFactorSetup = z.object({
  secret: z.string().describe('Base32, to be typed where no code can be scanned'),
  uri: z.string().describe('otpauth://'),
  qr_svg: z.string().describe('The URI as an SVG picture'),
});
export type TwoFactorSetup = z.infer<typeof TwoFactorSetup>;

export const setUpTwoFactor = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/two-factor/setup',
  summary: 'Begin with an authenticator app: a secret to scan. It counts once a code of it was given.',
  body: z.object({ password }),
  responses: { 200: TwoFactorSetup },
  errors: ['unauthenticated', 'validation_failed', 'wrong_password', 'account_locked', 'rate_limited', 'two_factor_on'],
});

export const enableTwoFactor = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/two-factor/enable',
  summary: 'Turn the second factor on with a code of the authenticator app.',
  body: z.object({ code }),
  responses: { 200: codes },
  errors: ['unauthenticated', 'validation_failed', 'two_factor_on', 'two_factor_off'],
});

export const disableTwoFactor = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/two-factor/disable',
  summary: 'Turn the second factor off.',
  body: z.object({ password }),
  responses: { 200: TwoFactorState },
  errors: ['unauthenticated', 'validation_failed', 'wrong_password', 'account_locked', 'rate_limited', 'two_factor_off'],
});

export const renewBackupCodes = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/two-factor/backup-codes',
  summary: 'Make ten new backup codes; the old ones stop working.',
  body: z.object({ password }),
  responses: { 200: codes },
  errors: ['unauthenticated', 'validation_failed', 'wrong_password', 'account_locked', 'rate_limited', 'two_factor_off'],
});
