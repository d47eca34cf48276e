export {
  changePassword,
  confirmRecovery,
  forgotPassword,
  requestRecovery,
  resendVerification,
  resetPassword,
  verifyEmail,
} from './account-recovery.ts';
export {
  approveRecovery,
  endUserSessions,
  getRegistration,
  listAdministrators,
  listOutbox,
  listUserSessions,
  listUsers,
  ManagedUser,
  manageUser,
  OutboxMessage,
  Registration,
  unlockUser,
  updateRegistration,
} from './admin.ts';
export { AiProvider, GenerateEvent, GenerateRequest, generateDiagram, listAiProviders } from './ai.ts';
export { ApiKey, createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
export {
  App,
  ConnectedApp,
  deleteApp,
  disconnectApp,
  listApps,
  listConnectedApps,
  registerApp,
  renewAppSecret,
  updateApp,
} from './apps.ts';
export { getAsset, maxAssetBytes, uploadAsset } from './assets.ts';
export { AuditEvent, auditEvents, writeAudit } from './audit.ts';
export {
  EmailAddress,
  login,
  logout,
  me,
  NewPassword,
  PendingAccount,
  Preferences,
  Role,
  refresh,
  register,
  remember,
  roles,
  Session,
  setup,
  User,
  updatePreferences,
} from './auth.ts';
export { BlockInput, BlockRecord, CanvasData, CanvasDataInput, ShapeInput, ShapeRecord } from './canvas-data.ts';
export { accessChannel, sessionEndChannel, titleChannel } from './channels.ts';
export { type Client, type ClientOptions, createClient } from './client.ts';
export { credentialPrefixes, resolveCredential } from './credentials.ts';
export {
  addBlock,
  createDiagram,
  Diagram,
  DiagramSummary,
  DiagramType,
  deleteDiagram,
  diagramTypes,
  duplicateDiagram,
  getDiagram,
  getThumbnail,
  importDiagram,
  listDiagrams,
  restoreDiagram,
  updateBlock,
  updateDiagram,
} from './diagrams.ts';
export { CodedError, ErrorBody, type ErrorCode, ErrorDetail, errorCodes } from './errors.ts';
export { ExportFormat, exportDiagram, listExportFormats, renderSource } from './export.ts';
export {
  Flag,
  type FlagName,
  FlagRule,
  FlagSettings,
  flagNames,
  flags,
  isEnabled,
  listFlags,
  myFlags,
  ruleOf,
  updateFlag,
} from './flags.ts';
export { ServiceHealth, SystemHealth } from './health.ts';
export { Identity, Scope, scopes } from './identity.ts';
export { getLogLevels, LoggerName, LogLevel, LogLevelSettings, LogLevels, setLogLevel } from './log-levels.ts';
export {
  AuthorizationRequest,
  decideAuthorization,
  describeAuthorization,
  introspectToken,
  issueToken,
  OAuthFailure,
  oauthMetadata,
  revokeToken,
} from './oauth.ts';
export {
  addPasskey,
  beginPasskey,
  beginPasskeyLogin,
  listPasskeys,
  loginWithPasskey,
  Passkey,
  removePasskey,
  renamePasskey,
} from './passkeys.ts';
export { duplicateRoom, listMembers, RoomContent, RoomMember, readRoom, seedRoom, writeRoom } from './rooms.ts';
export { defineRoute, type Method, type RouteContract, type RouteInput, type RouteOutput, type ServiceName } from './route.ts';
export { routes } from './routes.ts';
export {
  createScimGroup,
  createScimUser,
  deleteScimGroup,
  deleteScimUser,
  getScimGroup,
  getScimResourceType,
  getScimSchema,
  getScimUser,
  listScimGroups,
  listScimResourceTypes,
  listScimSchemas,
  listScimUsers,
  patchScimGroup,
  patchScimUser,
  replaceScimGroup,
  replaceScimUser,
  ScimGroup,
  ScimGroupInput,
  ScimPatch,
  ScimUser,
  ScimUserInput,
  scimConfig,
  scimSchemas,
} from './scim.ts';
export { listShares, removeShare, Share, SharePermission, shareDiagram, updateShare } from './shares.ts';
export { listSessions, logoutAll, revokeOtherSessions, revokeSession, SignIn } from './sign-ins.ts';
export {
  createScimToken,
  createSsoProvider,
  deleteScimToken,
  deleteSsoProvider,
  finishSso,
  listSsoChoices,
  listSsoProviders,
  OidcConnection,
  oidcAnswer,
  RoleMapping,
  readSsoMetadata,
  SamlConnection,
  SsoAttributes,
  SsoCheck,
  SsoChoice,
  SsoConnection,
  SsoPreset,
  SsoProvider,
  samlAnswer,
  samlLogout,
  samlMetadata,
  ssoPresets,
  startSso,
  testSsoProvider,
  updateSsoProvider,
} from './sso.ts';
export { Alert, acknowledgeAlert, Dependencies, getDependencies, getSystem, SystemState } from './system.ts';
export {
  acceptInvitation,
  changeMember,
  createTeam,
  deleteTeam,
  fileTeam,
  GivenTeamRole,
  getTeam,
  handOverTeam,
  inviteToTeam,
  listTeams,
  moveToTeam,
  readInvitation,
  removeMember,
  renameTeam,
  resendInvitation,
  revokeInvitation,
  Team,
  TeamInvitation,
  TeamMember,
  TeamRole,
  teamRoles,
} from './teams.ts';
export {
  disableTwoFactor,
  enableTwoFactor,
  renewBackupCodes,
  setUpTwoFactor,
  TwoFactorSetup,
  TwoFactorState,
  twoFactorState,
} from './two-factor.ts';
