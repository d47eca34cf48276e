import { z } from 'zod';

/** The only table of error codes: the HTTP status, what happened, and what to do about it. */
export const errorCodes = {
  validation_failed: { status: 422, message: 'Some fields are not valid.', action: 'Correct the fields named in details and send again.' },
  syntax_error: { status: 422, message: 'The diagram text has a syntax error.', action: 'Fix the lines named in details.' },
  weak_password: {
    status: 422,
    message: 'This password is too easy to guess.',
    action: 'Use at least 8 characters with an uppercase letter and a digit.',
  },
  malformed_json: { status: 400, message: 'The request body is not valid JSON.', action: 'Check the body and its Content-Type.' },
  feature_off: {
    status: 403,
    message: 'This feature is not switched on for you.',
    action: 'Ask an administrator to switch it on for your account.',
  },
  unauthenticated: { status: 401, message: 'You are not signed in.', action: 'Sign in, or send a valid bearer token.' },
  invalid_credentials: { status: 401, message: 'E-mail address or password is wrong.', action: 'Check both and try again.' },
  invalid_token: { status: 401, message: 'The token is not valid any more.', action: 'Sign in again.' },
  token_used: {
    status: 401,
    message: 'This refresh token was used already.',
    action: 'Use the one that came with the last answer.',
  },
  token_expired: {
    status: 401,
    message: 'The token has expired.',
    action: 'Renew it with the refresh token, or sign in again.',
  },
  token_revoked: {
    status: 401,
    message: 'The token was revoked: this app has no access any more.',
    action: 'Connect the app again.',
  },
  unknown_app: {
    status: 400,
    message: 'There is no app with this client id.',
    action: 'Check client_id; it may have been removed.',
  },
  unknown_redirect: {
    status: 400,
    message: 'The app wants to be answered at an address that is not registered for it.',
    action: 'Register redirect_uri exactly as it is sent.',
  },
  invitation_invalid: {
    status: 404,
    message: 'This invitation was answered, taken back or replaced by a newer one.',
    action: 'Use the newest mail, or ask to be invited again.',
  },
  invitation_expired: { status: 410, message: 'This invitation has expired.', action: 'Ask to be invited again.' },
  wrong_account: {
    status: 403,
    message: 'This invitation was sent to another address.',
    action: 'Sign in with the account of the address that it was sent to.',
  },
  already_member: { status: 409, message: 'This person is in the team already.', action: 'Change their role instead.' },
  team_needs_owner: { status: 409, message: 'A team has one owner.', action: 'Hand the team over to another member first.' },
  sso_refused: {
    status: 401,
    message: 'The answer of the identity provider was not accepted.',
    action: 'Start again. If it stays so, ask your administrator: the test of the connection tells the reason.',
  },
  sso_no_account: {
    status: 403,
    message: 'You have no account here, and this identity provider does not make any.',
    action: 'Ask your administrator for an account.',
  },
  sso_account_exists: {
    status: 409,
    message: 'An account with your address exists that does not belong to this identity provider.',
    action: 'Sign in with your password, or ask your administrator to list the domain of your address with the identity provider.',
  },
  sso_domain_refused: {
    status: 403,
    message: 'This identity provider may not sign in people of your address here.',
    action: 'Use another way to sign in, or ask your administrator.',
  },
  key_revoked: { status: 401, message: 'This API key was revoked.', action: 'Make a new key under Settings, API keys.' },
  key_expired: { status: 401, message: 'This API key has expired.', action: 'Make a new key under Settings, API keys.' },
  insufficient_scope: {
    status: 403,
    message: 'The scope of this key or app does not include this.',
    action: 'Use a key, or connect the app, with a wider scope.',
  },
  session_required: {
    status: 403,
    message: 'Only a person who has signed in may do this: no key and no app.',
    action: 'Sign in and do it there.',
  },
  session_idle: {
    status: 401,
    message: 'You were signed out after a time without activity.',
    action: 'Sign in again; “Stay signed in” keeps a device for 30 days.',
  },
  session_replaced: {
    status: 401,
    message: 'This session has expired: you have signed in on more devices than may be signed in at once.',
    action: 'Sign in again; the oldest session ends for it.',
  },
  session_revoked: { status: 401, message: 'This session was ended from another device.', action: 'Sign in again.' },
  password_changed: {
    status: 401,
    message: 'This session has ended because the password was changed.',
    action: 'Sign in with the new password.',
  },
  second_factor_required: {
    status: 401,
    message: 'This account asks for a second factor.',
    action: 'Send `code` too: six digits of the authenticator app, or a backup code.',
  },
  wrong_code: {
    status: 401,
    message: 'This code is wrong, lapsed or used already.',
    action: 'Wait for the next code, or use a backup code.',
  },
  wrong_password: { status: 403, message: 'The current password is wrong.', action: 'Type the password that you sign in with.' },
  account_locked: {
    status: 423,
    message: 'This account is locked for an hour because of too many wrong passwords.',
    action: 'Wait, choose a new password by e-mail, or ask an administrator to unlock it.',
  },
  account_disabled: { status: 403, message: 'This account is disabled.', action: 'Ask an administrator.' },
  email_unverified: {
    status: 403,
    message: 'Your e-mail address is not confirmed yet.',
    action: 'Follow the link in the mail that we sent you, or have it sent again.',
  },
  sign_in_again: { status: 403, message: 'You signed in too long ago for this.', action: 'Sign out, sign in again and repeat it.' },
  registration_closed: {
    status: 403,
    message: 'This instance takes no new accounts.',
    action: 'Ask an administrator to let you in.',
  },
  domain_refused: {
    status: 403,
    message: 'Accounts with this e-mail domain are not allowed here.',
    action: 'Use the address of your organisation.',
  },
  link_expired: { status: 400, message: 'This link has expired.', action: 'Ask for a new one.' },
  link_used: { status: 400, message: 'This link was used already.', action: 'Ask for a new one if you still need it.' },
  link_unknown: { status: 400, message: 'This link is not valid.', action: 'Open the newest mail, or ask for a new link.' },
  two_factor_off: { status: 409, message: 'The second factor is not set up.', action: 'Set up an authenticator app first.' },
  two_factor_on: { status: 409, message: 'The second factor is on already.', action: 'Turn it off first.' },
  passkey_refused: { status: 400, message: 'This passkey could not be used.', action: 'Try again, or sign in with your password.' },
  last_admin: { status: 409, message: 'The instance needs an administrator.', action: 'Make somebody else an administrator first.' },
  forbidden: { status: 403, message: 'You have no access to this.', action: 'Ask its owner to share it with you.' },
  origin_refused: { status: 403, message: 'This request came from another site.', action: 'Open AutoGraph itself and try again.' },
  certificate_required: {
    status: 403,
    message: 'This service takes requests only from callers with a certificate of its own authority.',
    action: 'Call the gateway, or present a client certificate.',
  },
  not_found: { status: 404, message: 'There is nothing here.', action: 'Check the address.' },
  route_not_found: { status: 404, message: 'This API has no such route.', action: 'See /api/docs.' },
  account_not_found: {
    status: 404,
    message: 'Nobody has an account with this e-mail address.',
    action: 'Check the address, or ask them to sign up first.',
  },
  email_taken: { status: 409, message: 'An account with this e-mail address exists.', action: 'Sign in, or use another address.' },
  version_conflict: { status: 409, message: 'The file has changed since you read it.', action: 'Read it again and repeat your change.' },
  idempotency_in_progress: {
    status: 409,
    message: 'The first request with this Idempotency-Key is still under way.',
    action: 'Wait for the seconds in Retry-After and send it again.',
  },
  idempotency_answer_too_large: {
    status: 409,
    message: 'This write was done under this Idempotency-Key; its answer was too large to be kept.',
    action: 'Read what it has made or changed, or send a new write under another key.',
  },
  idempotency_key_reused: {
    status: 422,
    message: 'This Idempotency-Key came with another request before.',
    action: 'Use a new key for each thing to be done.',
  },
  version_required: {
    status: 428,
    message: 'This change needs an If-Match header.',
    action: 'Send If-Match with the version that you read.',
  },
  payload_too_large: { status: 413, message: 'The request is too large.', action: 'Send less at once.' },
  unsupported_media_type: { status: 415, message: 'This content type is not accepted here.', action: 'Send application/json.' },
  nothing_to_export: {
    status: 422,
    message: 'The file holds nothing that this format can say.',
    action: 'Add a diagram as code to the file, or choose another format.',
  },
  rate_limited: { status: 429, message: 'Too many requests.', action: 'Wait for the seconds in Retry-After.' },
  generation_failed: { status: 502, message: 'No AI provider gave a usable diagram.', action: 'Rephrase the prompt, or try again later.' },
  overloaded: { status: 503, message: 'The server has more to do than it can.', action: 'Wait for the seconds in Retry-After.' },
  service_unavailable: { status: 503, message: 'A part of the system is not available.', action: 'Try again in a moment.' },
  storage_full: {
    status: 507,
    message: 'The server has no room left: this was not saved.',
    action: 'Keep what you have and try again later. Whoever runs this installation must make room on its disk.',
  },
  timeout: { status: 504, message: 'This took too long.', action: 'Try again, or ask for less at once.' },
  internal: {
    status: 500,
    message: 'Something went wrong on our side.',
    action: 'Try again; if it stays, tell your administrator the request id.',
  },
} as const;

export type ErrorCode = keyof typeof errorCodes;

export const ErrorDetail = z.looseObject({
  path: z.string().optional(),
  message: z.string(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
});
export type ErrorDetail = z.infer<typeof ErrorDetail>;

/** What every failing route answers. */
export const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    action: z.string().optional(),
    details: z.array(ErrorDetail).optional(),
    requestId: z.string().optional(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

/** An error that may be shown to the caller; everything else becomes `internal`. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly ErrorDetail[] | undefined;
  /** When another attempt may succeed. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    options: { message?: string; details?: readonly ErrorDetail[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(options.message ?? errorCodes[code].message, { cause: options.cause });
    this.name = 'CodedError';
    this.code = code;
    this.details = options.details;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get status(): number {
    return errorCodes[this.code].status;
  }
}
