import { randomBytes } from 'node:crypto';
import { closeSession, defineService, type Kit, openSession, ports } from '@autograph/service-kit';
import type { AuthKit } from './auth-kit.ts';
import { createEngine } from './engine.ts';
import { reopenSessions } from './reopen-sessions.ts';
import { serveLogin } from './routes/login.ts';
import { serveLogout } from './routes/logout.ts';
import { serveMe } from './routes/me.ts';
import { serveRefresh } from './routes/refresh.ts';
import { serveRegister } from './routes/register.ts';

const withEngine = (kit: Kit): AuthKit => ({
  ...kit,
  engine: createEngine({
    db: kit.db,
    secret: kit.config.AUTH_SECRET ?? randomBytes(32).toString('hex'),
    baseUrl: kit.config.PUBLIC_URL ?? 'http://localhost:8080',
    onSessionStart: (sessionId, userId) => openSession(kit.kv, sessionId, userId),
    onSessionEnd: (sessionId) => closeSession(kit.kv, sessionId),
    onWarning: (message) => kit.log.warn(message),
  }),
});

/** Accounts, sign-in and tokens. */
export const auth = defineService({
  name: 'auth',
  port: ports.auth ?? 8085,
  register: async (app, kit) => {
    const authKit = withEngine(kit);
    await reopenSessions(kit);
    for (const serve of [serveRegister, serveLogin, serveRefresh, serveLogout, serveMe]) serve(app, authKit);
  },
});
