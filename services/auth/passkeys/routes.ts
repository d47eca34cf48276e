import {
  addPasskey,
  beginPasskey,
  beginPasskeyLogin,
  CodedError,
  listPasskeys,
  loginWithPasskey,
  type Passkey,
  removePasskey,
  renamePasskey,
} from '@autograph/contracts';
import { passkeys, sessions, users } from '@autograph/database';
import { and, asc, eq, gt } from '@autograph/database/query.ts';
import { type Identity, implement } from '@autograph/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { engineCall, passCookies } from '../engine-cookie.ts';
import { engineCode } from '../engine-errors.ts';
import { twoFactorChangedMail } from '../mail/designs.ts';
import { sendMail } from '../mail/send-mail.ts';
import { mailNewDevice } from '../new-device.ts';
import { originOf } from '../origin.ts';
import { requireOwnPassword, requireUsable } from '../prove-password.ts';
import { hasPassword } from '../set-password.ts';
import { beginSession, dropSession, type Signed } from '../sign-in.ts';

const shown = (row: Pick<typeof passkeys.$inferSelect, 'id' | 'name' | 'createdAt'>): Passkey => ({
  id: row.id,
  name: row.name ?? 'Passkey',
  created_at: row.createdAt.toISOString(),
});

/** The engine's refusal in our words. */
function refused(error: unknown): never {
  const code = engineCode(error);
  if (code === null) throw error;
  throw new CodedError(code === 'SESSION_NOT_FRESH' ? 'sign_in_again' : 'passkey_refused', { cause: error });
}

async function tell(kit: AuthKit, request: FastifyRequest, { email }: Identity, what: string): Promise<void> {
  await sendMail(kit, email, twoFactorChangedMail(what, originOf(kit, request), `${kit.config.PUBLIC_URL}/settings/security`));
}

/** Minutes after a sign-in in which an account without a password may have a passkey added. */
const freshMinutes = 10;

/** Throws unless whoever asks has just shown again who they are: a session that was left open must not become a way in that lasts. */
async function requireAgain(
  signed: Signed,
  { user_id: userId, session_id: sessionId }: Identity,
  password: string | undefined,
): Promise<void> {
  const { kit } = signed;
  if (await hasPassword(kit.db, userId))
    return requireOwnPassword(signed, userId, { password: password ?? '', path: 'body.password', action: 'auth.passkey_added' });
  const since = new Date(Date.now() - freshMinutes * 60_000);
  const fresh = and(eq(sessions.id, sessionId), eq(sessions.userId, userId), gt(sessions.createdAt, since));
  if ((await kit.db.$count(sessions, fresh)) === 0) throw new CodedError('sign_in_again');
}

function serveOwn(app: FastifyInstance, kit: AuthKit): void {
  const mine = (id: string, { user_id }: Identity) => and(eq(passkeys.id, id), eq(passkeys.userId, user_id));

  implement(app, listPasskeys, async ({ identity }) => {
    const rows = await kit.db.select().from(passkeys).where(eq(passkeys.userId, identity.user_id)).orderBy(asc(passkeys.createdAt));
    return { items: rows.map(shown) };
  });

  implement(app, beginPasskey, async ({ body, identity, request, reply }) => {
    await requireAgain({ kit, request, reply }, identity, body.password);
    const headers = await engineCall(kit, request, identity.session_id);
    const { response, headers: answer } = await (await kit.engine()).api
      .generatePasskeyRegistrationOptions({ headers, query: {}, returnHeaders: true })
      .catch(refused);
    passCookies(reply, answer);
    return { ...response };
  });

  implement(app, addPasskey, async ({ body, identity, request }) => {
    const headers = await engineCall(kit, request, identity.session_id);
    const made = await (await kit.engine()).api
      .verifyPasskeyRegistration({ headers, body: { response: body.credential, name: body.name } })
      .catch(refused);
    await recordEvent(kit.db, request, { action: 'auth.passkey_added', result: 'success', userId: identity.user_id });
    await tell(kit, request, identity, 'A passkey was added');
    const [row] = await kit.db.select().from(passkeys).where(mine(made.id, identity));
    if (!row) throw new CodedError('passkey_refused');
    return shown(row);
  });

  implement(app, renamePasskey, async ({ params, body, identity }) => {
    const [row] = await kit.db.update(passkeys).set({ name: body.name }).where(mine(params.id, identity)).returning();
    if (!row) throw new CodedError('not_found');
    return shown(row);
  });

  implement(app, removePasskey, async ({ params, identity, request }) => {
    const [row] = await kit.db.delete(passkeys).where(mine(params.id, identity)).returning();
    if (!row) throw new CodedError('not_found');
    await recordEvent(kit.db, request, { action: 'auth.passkey_removed', result: 'success', userId: identity.user_id });
    await tell(kit, request, identity, 'A passkey was removed');
    return { removed: true as const };
  });
}

function serveSignIn(app: FastifyInstance, kit: AuthKit): void {
  implement(app, beginPasskeyLogin, async ({ request, reply }) => {
    const headers = await engineCall(kit, request);
    const { response, headers: answer } = await (await kit.engine()).api.generatePasskeyAuthenticationOptions({
      headers,
      returnHeaders: true,
    });
    passCookies(reply, answer);
    return { ...response, userVerification: 'required' };
  });

  implement(app, loginWithPasskey, async ({ body, request, reply }) => {
    const headers = await engineCall(kit, request);
    const { userHandle, ...response } = body.credential.response;
    const credential = { ...body.credential, response: { ...response, ...(userHandle === undefined ? {} : { userHandle }) } };
    const { session } = await (await kit.engine()).api
      .verifyPasskeyAuthentication({ headers, body: { response: credential }, returnHeaders: false, asResponse: false })
      .catch(async (error: unknown) => {
        await recordEvent(kit.db, request, { action: 'auth.login', result: 'failure', details: { by: 'passkey' } });
        return refused(error);
      });
    const [account] = await kit.db.select().from(users).where(eq(users.id, session.userId));
    try {
      if (!account || account.deletedAt) throw new CodedError('passkey_refused');
      await requireUsable(kit, account);
    } catch (error) {
      await dropSession(kit, kit.db, session.token);
      throw error;
    }
    await mailNewDevice(kit, request, account);
    const begun = await beginSession({ kit, request, reply }, session.token, body.remember);
    await recordEvent(kit.db, request, { action: 'auth.login', result: 'success', userId: account.id, details: { by: 'passkey' } });
    return begun;
  });
}

export function servePasskeys(app: FastifyInstance, kit: AuthKit): void {
  serveOwn(app, kit);
  serveSignIn(app, kit);
}
