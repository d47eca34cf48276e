import { closeSession, defineService, type Kit, openSession, ports, reportFailedJobs } from '@autograph/service-kit';
import { fastifyCookie } from '@fastify/cookie';
import { serveFlags } from './admin/flags.ts';
import { serveInstance } from './admin/instance.ts';
import { serveInternal } from './admin/internal.ts';
import { serveLogLevels } from './admin/log-levels.ts';
import { serveUsers } from './admin/users.ts';
import type { AuthKit } from './auth-kit.ts';
import type { Engine } from './engine.ts';
import { forgetExpired, forgetExpiredJob } from './forget-expired.ts';
import { serveCredentials } from './keys/credentials.ts';
import { serveApiKeys } from './keys/routes.ts';
import { deliverMails } from './mail/send-mail.ts';
import { serveApps } from './oauth/app-routes.ts';
import { serveAuthorization } from './oauth/authorize.ts';
import { serveTokens } from './oauth/token-routes.ts';
import { servePasskeys } from './passkeys/routes.ts';
import { reopenSessions } from './reopen-sessions.ts';
import { serveLogin } from './routes/login.ts';
import { serveLogout } from './routes/logout.ts';
import { serveMe } from './routes/me.ts';
import { servePasswords } from './routes/passwords.ts';
import { servePreferences } from './routes/preferences.ts';
import { serveRefresh } from './routes/refresh.ts';
import { serveRegister } from './routes/register.ts';
import { serveScim } from './routes/scim.ts';
import { serveSessions } from './routes/sessions.ts';
import { serveSsoAdmin } from './routes/sso-admin.ts';
import { serveSsoSignIn } from './routes/sso-sign-in.ts';
import { serveSsoSignOut } from './routes/sso-sign-out.ts';
import { serveVerifyEmail } from './routes/verify-email.ts';
import { AuthSettings } from './settings.ts';
import { serveInvitations } from './teams/invitation-routes.ts';
import { serveTeams } from './teams/routes.ts';
import { serveRecovery } from './two-factor/recovery.ts';
import { serveTwoFactor } from './two-factor/routes.ts';

const parts = [
  serveRegister,
  serveVerifyEmail,
  serveLogin,
  serveRefresh,
  serveLogout,
  serveSessions,
  servePasswords,
  serveTwoFactor,
  serveRecovery,
  servePasskeys,
  serveMe,
  servePreferences,
  serveUsers,
  serveInstance,
  serveInternal,
  serveFlags,
  serveLogLevels,
  serveApiKeys,
  serveCredentials,
  serveApps,
  serveAuthorization,
  serveTokens,
  serveTeams,
  serveInvitations,
  serveSsoSignIn,
  serveSsoSignOut,
  serveSsoAdmin,
  serveScim,
];

function withEngine(kit: Kit<AuthSettings>): AuthKit {
  const create = async () =>
    (await import('./engine.ts')).createEngine({
      db: kit.db,
      secret: kit.config.AUTH_SECRET,
      baseUrl: kit.config.PUBLIC_URL,
      onSessionStart: (sessionId, userId) => openSession(kit.kv, sessionId, userId),
      onSessionEnd: (sessionId) => closeSession(kit, sessionId),
      onFailure: (message) => kit.log.error(message),
    });
  let engine: Promise<Engine> | undefined;
  return {
    ...kit,
    engine: () => {
      engine ??= create();
      return engine;
    },
  };
}

async function startJobs(kit: Kit): Promise<void> {
  await deliverMails(kit);
  await kit.jobs.work(forgetExpiredJob, () => forgetExpired(kit.db, new Date()));
  await kit.jobs.schedule(forgetExpiredJob, '15 3 * * *', {});
}

/** Accounts, sign-in and tokens. */
export const auth = defineService({
  name: 'auth',
  port: ports.auth,
  configSchema: AuthSettings,
  register: async (app, kit) => {
    const authKit = withEngine(kit);
    await app.register(fastifyCookie);
    await reopenSessions(kit);
    for (const serve of parts) serve(app, authKit);
    startJobs(kit).catch(reportFailedJobs(kit.log));
  },
});
