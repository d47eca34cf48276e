import { closeSession, defineService, type Kit, openSession, ports } from '@autograph/service-kit';
import { fastifyCookie } from '@fastify/cookie';
import type { AuthKit } from './auth-kit.ts';
import { createEngine } from './engine.ts';
import { forgetExpired, forgetExpiredJob } from './forget-expired.ts';
import { serveCredentials } from './keys/credentials.ts';
import { serveApiKeys } from './keys/routes.ts';
import { deliverMails } from './mail/send-mail.ts';
import { serveApps } from './oauth/app-routes.ts';
import { serveAuthorization } from './oauth/authorize.ts';
import { serveTokens } from './oauth/token-routes.ts';
import { reopenSessions } from './reopen-sessions.ts';
import { serveLogin } from './routes/login.ts';
import { serveLogout } from './routes/logout.ts';
import { serveMe } from './routes/me.ts';
import { servePreferences } from './routes/preferences.ts';
import { serveRefresh } from './routes/refresh.ts';
import { serveRegister } from './routes/register.ts';
import { serveInvitations } from './teams/invitation-routes.ts';
import { serveTeams } from './teams/routes.ts';

function withEngine(kit: Kit): AuthKit {
  const engine = createEngine({
    db: kit.db,
    secret: kit.config.AUTH_SECRET,
    baseUrl: kit.config.PUBLIC_URL,
    onSessionStart: (sessionId, userId) => openSession(kit.kv, sessionId, userId),
    onSessionEnd: (sessionId) => closeSession(kit, sessionId),
    onFailure: (message) => kit.log.error(message),
  });
  return { ...kit, engine };
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
  register: async (app, kit) => {
    const authKit = withEngine(kit);
    await app.register(fastifyCookie);
    await reopenSessions(kit);
    for (const serve of [
      serveRegister,
      serveLogin,
      serveRefresh,
      serveLogout,
      serveMe,
      servePreferences,
      serveApiKeys,
      serveCredentials,
      serveApps,
      serveAuthorization,
      serveTokens,
      serveTeams,
      serveInvitations,
    ])
      serve(app, authKit);
    startJobs(kit).catch((error: unknown) => kit.log.error({ err: error }, 'background jobs do not run'));
  },
});
