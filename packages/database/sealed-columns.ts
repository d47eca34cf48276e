import { accounts } from './tables/accounts.ts';
import { gitConnections } from './tables/git-connections.ts';
import { ssoProviders } from './tables/sso-providers.ts';
import { ssoSessions } from './tables/sso-sessions.ts';
import { twoFactors } from './tables/two-factors.ts';

/** Where secrets stand that must be read again, each encrypted: what a rotation of the keys goes over. */
export const sealedColumns = [
  { table: accounts, id: accounts.id, column: accounts.accessToken },
  { table: accounts, id: accounts.id, column: accounts.refreshToken },
  { table: accounts, id: accounts.id, column: accounts.idToken },
  { table: gitConnections, id: gitConnections.id, column: gitConnections.credential },
  { table: ssoProviders, id: ssoProviders.id, column: ssoProviders.clientSecret },
  { table: ssoProviders, id: ssoProviders.id, column: ssoProviders.ownKey },
  { table: ssoSessions, id: ssoSessions.sessionId, column: ssoSessions.idToken },
  { table: twoFactors, id: twoFactors.userId, column: twoFactors.secret },
] as const;
