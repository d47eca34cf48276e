import * as accountRecovery from './account-recovery.ts';
import * as admin from './admin.ts';
import * as ai from './ai.ts';
import * as apiKeys from './api-keys.ts';
import * as apps from './apps.ts';
import * as assets from './assets.ts';
import * as audit from './audit.ts';
import * as auth from './auth.ts';
import * as credentials from './credentials.ts';
import * as diagrams from './diagrams.ts';
import * as exports from './export.ts';
import * as flags from './flags.ts';
import * as icons from './icons.ts';
import * as logLevels from './log-levels.ts';
import * as oauth from './oauth.ts';
import * as passkeys from './passkeys.ts';
import * as rooms from './rooms.ts';
import type { RouteContract } from './route.ts';
import * as scim from './scim.ts';
import * as shares from './shares.ts';
import * as signIns from './sign-ins.ts';
import * as sso from './sso.ts';
import * as system from './system.ts';
import * as teams from './teams.ts';
import * as twoFactor from './two-factor.ts';

/** One line a contract file; whatever it exports that is a route is served, described and callable. */
const contractFiles: readonly object[] = [
  auth,
  apiKeys,
  apps,
  oauth,
  scim,
  sso,
  teams,
  credentials,
  accountRecovery,
  signIns,
  twoFactor,
  passkeys,
  admin,
  audit,
  flags,
  system,
  logLevels,
  diagrams,
  shares,
  assets,
  ai,
  exports,
  icons,
  rooms,
];

function isRoute(value: unknown): value is RouteContract {
  return typeof value === 'object' && value !== null && 'service' in value && 'method' in value && 'path' in value && 'responses' in value;
}

/** Every route of the system. Those under /internal/ are for services only and never pass the gateway. */
export const routes: readonly RouteContract[] = contractFiles.flatMap((file) => Object.values(file).filter(isRoute));
