import { z } from 'zod';
import { EmailAddress, NewPassword } from './auth.ts';
import { defineRoute } from './route.ts';
import { storableText } from './text.ts';

const token = storableText.min(1).max(200).describe('From the mailed link');
const sent = z.object({ sent: z.literal(true) });

export const verifyEmail = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/verify-email',
  summary:
    'Confirm an e-mail address with the token of the mailed link, within 24 hours, and the password that was chosen with the account: ' +
    'whoever reads the mail must be who signed up. Who does not know it chooses a new one by POST /api/auth/forgot-password.',
  public: true,
  body: z.object({ token, password: storableText.min(1, 'Enter the password of the account.').max(200) }),
  responses: { 200: z.object({ email: z.string(), email_verified: z.literal(true) }) },
  errors: ['validation_failed', 'link_expired', 'link_used', 'link_unknown', 'wrong_password', 'account_locked', 'rate_limited'],
});

export const resendVerification = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/verify-email/resend',
  summary: 'Mail a new link that confirms the address. The answer is the same whether or not somebody waits for one.',
  public: true,
  body: z.object({ email: EmailAddress }),
  responses: { 200: sent },
  errors: ['validation_failed'],
});

export const forgotPassword = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/forgot-password',
  summary: 'Mail a link to choose a new password, good once for an hour. The answer is the same whether or not the address has an account.',
  public: true,
  body: z.object({ email: EmailAddress }),
  responses: { 200: sent },
  errors: ['validation_failed'],
});

export const resetPassword = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/reset-password',
  summary:
    'Choose a new password with the token of the mailed link. All sessions of the account end, apps lose their access, and a lock is lifted. ' +
    'What opens the account besides is told; of an address that was not confirmed before, nothing else does any more.',
  public: true,
  body: z.object({ token, password: NewPassword }),
  responses: { 200: z.object({ reset: z.literal(true), passkeys: z.array(z.string()), api_keys: z.array(z.string()) }) },
  errors: ['validation_failed', 'weak_password', 'link_expired', 'link_used', 'link_unknown'],
});

export const changePassword = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/password',
  summary: 'Choose a new password; every other session of the account ends.',
  body: z.object({ current_password: storableText.min(1, 'Enter your current password.').max(200), new_password: NewPassword }),
  responses: { 200: z.object({ changed: z.literal(true) }) },
  errors: ['validation_failed', 'wrong_password', 'account_locked', 'rate_limited', 'weak_password'],
});

export const requestRecovery = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/recovery',
  summary: 'Mail a link to whoever lost the second factor and knows the password. The answer is always the same.',
  public: true,
  body: z.object({ email: EmailAddress, password: storableText.min(1).max(200) }),
  responses: { 200: sent },
  errors: ['validation_failed', 'rate_limited'],
});

export const confirmRecovery = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/auth/recovery/confirm',
  summary: 'Ask the administrators to take the lost second factor off, with the token of the mailed link.',
  public: true,
  body: z.object({ token }),
  responses: { 200: z.object({ waiting_for_approval: z.literal(true) }) },
  errors: ['validation_failed', 'link_expired', 'link_used', 'link_unknown'],
});
