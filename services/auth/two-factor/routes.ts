import { CodedError, disableTwoFactor, enableTwoFactor, renewBackupCodes, setUpTwoFactor, twoFactorState } from '@autograph/contracts';
import { twoFactors, users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { type Identity, implement } from '@autograph/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { twoFactorChangedMail } from '../mail/designs.ts';
import { sendMail } from '../mail/send-mail.ts';
import { originOf } from '../origin.ts';
import { requireOwnPassword } from '../prove-password.ts';
import { enrolment, newSecret } from './authenticator.ts';
import { disable, enable } from './keep.ts';
import { backupCodesLeft, sealContext, takeAppCode } from './take-second-factor.ts';

async function isOn(kit: AuthKit, userId: string): Promise<boolean> {
  const [user] = await kit.db.select({ on: users.twoFactorEnabled }).from(users).where(eq(users.id, userId));
  return user?.on ?? false;
}

async function requireOn(kit: AuthKit, userId: string, on: boolean): Promise<void> {
  if ((await isOn(kit, userId)) !== on) throw new CodedError(on ? 'two_factor_off' : 'two_factor_on');
}

async function tell(kit: AuthKit, request: FastifyRequest, { email }: Identity, what: string): Promise<void> {
  await sendMail(kit, email, twoFactorChangedMail(what, originOf(kit, request), `${kit.config.PUBLIC_URL}/settings/security`));
}

const stateOf = async (kit: AuthKit, userId: string) => ({
  enabled: await isOn(kit, userId),
  backup_codes_left: await backupCodesLeft(kit.db, userId),
});

export function serveTwoFactor(app: FastifyInstance, kit: AuthKit): void {
  implement(app, twoFactorState, ({ identity }) => stateOf(kit, identity.user_id));

  implement(app, setUpTwoFactor, async ({ body, identity, request, reply }) => {
    await requireOn(kit, identity.user_id, false);
    await requireOwnPassword({ kit, request, reply }, identity.user_id, {
      ...body,
      path: 'body.password',
      action: 'auth.two_factor_enabled',
    });
    const secret = newSecret();
    const kept = { secret: kit.secrets.seal(secret, sealContext(identity.user_id)), lastStep: 0, confirmedAt: null };
    await kit.db
      .insert(twoFactors)
      .values({ userId: identity.user_id, ...kept })
      .onConflictDoUpdate({ target: twoFactors.userId, set: kept });
    return enrolment(secret, identity.email);
  });

  implement(app, enableTwoFactor, async ({ body, identity, request }) => {
    const userId = identity.user_id;
    await requireOn(kit, userId, false);
    if ((await kit.db.$count(twoFactors, eq(twoFactors.userId, userId))) === 0) throw new CodedError('two_factor_off');
    if (!(await takeAppCode(kit, userId, body.code, false)))
      // Not a 401: the session is fine, the code is not.
      throw new CodedError('validation_failed', {
        details: [{ path: 'body.code', message: 'This is not the code that the app shows now.' }],
      });
    const codes = await enable(kit.db, userId, kit.config.AUTH_SECRET);
    await recordEvent(kit.db, request, { action: 'auth.two_factor_enabled', result: 'success', userId });
    await tell(kit, request, identity, 'A second factor is on');
    return { backup_codes: [...codes] };
  });

  implement(app, disableTwoFactor, async ({ body, identity, request, reply }) => {
    const userId = identity.user_id;
    await requireOn(kit, userId, true);
    await requireOwnPassword({ kit, request, reply }, userId, { ...body, path: 'body.password', action: 'auth.two_factor_disabled' });
    await disable(kit.db, userId);
    await recordEvent(kit.db, request, { action: 'auth.two_factor_disabled', result: 'success', userId });
    await tell(kit, request, identity, 'The second factor is off');
    return stateOf(kit, userId);
  });

  implement(app, renewBackupCodes, async ({ body, identity, request, reply }) => {
    const userId = identity.user_id;
    await requireOn(kit, userId, true);
    await requireOwnPassword({ kit, request, reply }, userId, { ...body, path: 'body.password', action: 'auth.backup_codes_made' });
    const codes = await enable(kit.db, userId, kit.config.AUTH_SECRET);
    await recordEvent(kit.db, request, { action: 'auth.backup_codes_made', result: 'success', userId });
    return { backup_codes: [...codes] };
  });
}
