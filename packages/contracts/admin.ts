import { z } from 'zod';
import { Role, User } from './auth.ts';
import { defineRoute } from './route.ts';
import { SignIn } from './sign-ins.ts';
import { storableText } from './text.ts';

export const ManagedUser = User.extend({
  email_verified: z.boolean(),
  two_factor: z.boolean(),
  disabled: z.boolean(),
  locked_until: z.iso.datetime().nullable(),
  recovery_requested_at: z.iso.datetime().nullable().describe('Since when a lost second factor waits for consent'),
  last_login_at: z.iso.datetime().nullable(),
});
export type ManagedUser = z.infer<typeof ManagedUser>;

const params = z.object({ id: z.uuid() });
const adminErrors = ['unauthenticated', 'forbidden', 'not_found', 'validation_failed'] as const;

export const listUsers = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/admin/users',
  summary: 'All accounts, by name; `q` finds parts of names and addresses.',
  query: z.object({
    q: storableText.trim().max(200).optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    per_page: z.coerce.number().int().min(1).max(100).default(50),
  }),
  responses: { 200: z.object({ items: z.array(ManagedUser), total: z.number().int() }) },
  errors: ['unauthenticated', 'forbidden', 'validation_failed'],
});

export const manageUser = defineRoute({
  service: 'auth',
  method: 'PATCH',
  path: '/api/admin/users/:id',
  summary: 'Change the role of an account, or disable it, which ends its sessions.',
  params,
  body: z.object({ role: Role.optional(), disabled: z.boolean().optional() }),
  responses: { 200: ManagedUser },
  errors: [...adminErrors, 'last_admin'],
});

export const unlockUser = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/admin/users/:id/unlock',
  summary: 'Lift the lock that too many wrong passwords put on an account.',
  params,
  responses: { 200: ManagedUser },
  errors: adminErrors,
});

export const approveRecovery = defineRoute({
  service: 'auth',
  method: 'POST',
  path: '/api/admin/users/:id/approve-recovery',
  summary: 'Take the lost second factor off an account whose owner asked for it by mail.',
  params,
  responses: { 200: ManagedUser },
  errors: [...adminErrors, 'two_factor_off'],
});

export const listUserSessions = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/admin/users/:id/sessions',
  summary: 'Where an account is signed in.',
  params,
  responses: { 200: z.object({ items: z.array(SignIn) }) },
  errors: adminErrors,
});

export const endUserSessions = defineRoute({
  service: 'auth',
  method: 'DELETE',
  path: '/api/admin/users/:id/sessions',
  summary: 'Sign an account out everywhere.',
  params,
  responses: { 200: z.object({ ended: z.number().int() }) },
  errors: adminErrors,
});

export const listAdministrators = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/internal/administrators',
  summary: 'The addresses of those who administer the instance, for who tells them of outages.',
  responses: { 200: z.object({ emails: z.array(z.string()) }) },
});

export const OutboxMessage = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  link: z.string().nullable(),
  sent_at: z.string(),
});
export type OutboxMessage = z.infer<typeof OutboxMessage>;

export const listOutbox = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/admin/outbox',
  summary: 'Mails that were kept because no mail server is set, the newest first.',
  responses: { 200: z.object({ delivers: z.boolean().describe('A mail server is set: nothing is kept'), items: z.array(OutboxMessage) }) },
  errors: ['unauthenticated', 'forbidden'],
});

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, 'is not a domain such as example.com');

/** Who may have an account. */
export const Registration = z.object({
  open: z.boolean().describe('Anybody may make an account'),
  allowed_domains: z.array(domain).max(100).describe('Of e-mail addresses; any when empty'),
  verify_email: z.boolean().describe('Addresses are confirmed before the first sign-in'),
});
export type Registration = z.infer<typeof Registration>;

export const getRegistration = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/admin/registration',
  summary: 'Who may have an account.',
  responses: { 200: Registration },
  errors: ['unauthenticated', 'forbidden'],
});

export const updateRegistration = defineRoute({
  service: 'auth',
  method: 'PATCH',
  path: '/api/admin/registration',
  summary: 'Change who may have an account.',
  body: Registration.partial(),
  responses: { 200: Registration },
  errors: ['unauthenticated', 'forbidden', 'validation_failed'],
});
