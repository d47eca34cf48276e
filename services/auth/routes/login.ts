import { CodedError, login, type Session } from '@autograph/contracts';
import { implement } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { liftLock } from '../login-guard.ts';
import { mailNewDevice } from '../new-device.ts';
import { failSignIn, provePassword, requireUsable } from '../prove-password.ts';
import { openSessionFor } from '../sign-in.ts';
import { takeSecondFactor } from '../two-factor/take-second-factor.ts';

export function serveLogin(app: FastifyInstance, kit: AuthKit): void {
  implement(app, login, async ({ body, request, reply }): Promise<Session> => {
    const signed = { kit, request, reply };
    const account = await provePassword(signed, body.email, body.password);
    try {
      await requireUsable(kit, account);
      if (account.twoFactorEnabled) {
        const outcome = await takeSecondFactor(kit, request, account.id, body.code);
        if (outcome === 'wrong') return await failSignIn(signed, account, body.email, 'wrong_code');
        if (outcome === 'missing') throw new CodedError('second_factor_required');
      }
    } catch (error) {
      if (error instanceof CodedError && (error.code === 'account_disabled' || error.code === 'email_unverified'))
        await recordEvent(kit.db, request, {
          action: 'auth.login',
          result: 'failure',
          userId: account.id,
          details: { reason: error.code },
        });
      throw error;
    }
    await liftLock(kit, account.id);
    await mailNewDevice(kit, request, account);
    const session = await openSessionFor(signed, account.id, body.remember);
    await recordEvent(kit.db, request, { action: 'auth.login', result: 'success', userId: account.id });
    return session;
  });
}
