import { CodedError, type ErrorCode } from '@autograph/contracts';

const reasons = ['session_idle', 'session_replaced', 'session_revoked', 'password_changed'] as const satisfies readonly ErrorCode[];
export type SignOutReason = (typeof reasons)[number];

const isReason = (value: string | null | undefined): value is SignOutReason => reasons.some((reason) => reason === value);

/** Why a session has ended, as far as an answer of the API tells it. */
export const signOutReason = (error: unknown): SignOutReason | undefined =>
  error instanceof CodedError && isReason(error.code) ? error.code : undefined;

/** The reason in the address of the sign-in page. */
export const readReason = (value: string | null): SignOutReason | undefined => (isReason(value) ? value : undefined);
