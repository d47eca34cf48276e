import { z } from 'zod';

/** Every event of accounts that the audit log knows, by area. Each is written with its result, so a failed sign-in is `auth.login` that failed. */
export const auditEvents = [
  'auth.register',
  'auth.login',
  'auth.logout',
  'auth.logout_all',
  'auth.refresh_replayed',
  'auth.email_verified',
  'auth.verification_sent',
  'auth.password_changed',
  'auth.password_reset_requested',
  'auth.password_reset',
  'auth.account_locked',
  'auth.two_factor_enabled',
  'auth.two_factor_disabled',
  'auth.backup_codes_made',
  'auth.backup_code_used',
  'auth.recovery_requested',
  'auth.recovery_confirmed',
  'auth.passkey_added',
  'auth.passkey_removed',
  'auth.session_revoked',
  'auth.session_retired',
  'auth.session_idle',
  'admin.user_unlocked',
  'admin.user_disabled',
  'admin.user_enabled',
  'admin.role_changed',
  'admin.sessions_ended',
  'admin.recovery_approved',
  'admin.registration_changed',
] as const;

export const AuditEvent = z.enum(auditEvents);
export type AuditEvent = z.infer<typeof AuditEvent>;
