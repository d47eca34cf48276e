export { abandonment } from './abandoned.ts';
export { addressGroup } from './address-group.ts';
export { addressesOf, ports, timeoutOf } from './addresses.ts';
export {
  type Credential,
  credentialKind,
  forgetCredentials,
  hashOfSecret,
  identifyCredential,
  refuseCredentials,
} from './api-credentials.ts';
export { createApp } from './app.ts';
export { visibleAssets } from './asset-access.ts';
export { cached, cacheSeconds, dropCached, keepCached } from './cache.ts';
export { createCall, injectedFetch } from './call.ts';
export { ConfigError, type PlatformConfig, parseSettings, type ResolvedConfig, readConfig } from './config.ts';
export { type Caller, cookieOf, identify, tokenOf, withoutCookie } from './credentials.ts';
export { defineService } from './define-service.ts';
export { clients, createDependencyWatch } from './dependencies.ts';
export { createErrorReports, type ErrorReports } from './error-reports.ts';
export { type Given, givenTo, grantColumns, grantsIn, teamRoleOf } from './file-grants.ts';
export { type Host, hostServices } from './host.ts';
export { Identity } from './identity.ts';
export { type Handling, implement } from './implement.ts';
export { type QueueDepth, queueDepths } from './jobs/job-metrics.ts';
export { defineJob, type Jobs, type JobType } from './jobs/jobs.ts';
export { reportFailedJobs } from './jobs/lazy-jobs.ts';
export type { Kv } from './kv/kv.ts';
export type { Lifecycle } from './lifecycle.ts';
export { ensurePort, listen, takeUpgrades } from './listen.ts';
export { announceSetting, entriesOf, followSetting, type LiveSetting, storeSetting } from './live-setting.ts';
export { type LiveSettings, logLevelsSetting } from './live-settings.ts';
export { createLog, type Log } from './log.ts';
export { createLogs, type Logs } from './logs.ts';
export type { KeptMessage, Mail, Message } from './mail/mail.ts';
export { openMessages } from './messages.ts';
export { createMetrics, createRegistry, type Metrics } from './metrics.ts';
export { type OpenPlatform, openPlatform } from './platform.ts';
export {
  type Access,
  accessTo,
  can,
  canInTeam,
  type FileAction,
  type FileGrants,
  type Grant,
  type InstanceAction,
  includesScope,
  requireAdmin,
  type Subject,
  scopeOf,
  type TeamAction,
} from './policy.ts';
export { answerProblem, asCodedError, detailsOf, problemBody, syntaxDetails } from './problem.ts';
export type { PubSub } from './pubsub/pubsub.ts';
export { reason } from './reason.ts';
export { createRecent, type Recent } from './recent.ts';
export type { RemoteAnswer } from './remote/exchange.ts';
export type { Remote, RemoteRequest } from './remote/remote.ts';
export type { Replica } from './remote/replicas.ts';
export { currentContext, inContext, newContext, requestIdOf } from './request-context.ts';
export { pathOfTarget } from './request-target.ts';
export { nameRoute } from './request-watch.ts';
export { createRetry, type Retry } from './retry.ts';
export { ensureDataFolder, keptSecret, keptSecretsKey } from './secret.ts';
export { type Keyring, newKey, readKeyring } from './secrets/keyring.ts';
export { createSecrets, type Reading, type Rotation, rotateSecrets, type Secrets } from './secrets/secrets.ts';
export type {
  Call,
  CallOptions,
  Directory,
  HealthCheck,
  Kit,
  LocalService,
  Platform,
  Service,
  ServiceDefinition,
  ServiceInstance,
  SocketRoute,
} from './service.ts';
export {
  closeSession,
  endOf,
  hasIdled,
  type IdleRule,
  idleRule,
  lastActivity,
  noteActivity,
  openSession,
  type SessionEnd,
  sessionIsOpen,
  sessionKey,
  sessionSeconds,
  sessionStaysOpen,
} from './sessions.ts';
export { StartError } from './start-error.ts';
export { signGrant } from './storage/files.ts';
export { type Bucket, buckets, type Storage, type StoredObject } from './storage/storage.ts';
export { type Closers, openDatabase, openStorage } from './stores.ts';
export { accessTokenSeconds, createTokens, type ServiceClaims, type Tokens } from './tokens.ts';
export { traceHeaders } from './tracing/spans.ts';
export { clientAddress, type ProxyTrust } from './trust-proxy.ts';
export { version } from './version.ts';
