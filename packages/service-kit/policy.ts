import { CodedError, type Role, type RouteContract, type Scope, scopes, type TeamRole } from '@autograph/contracts';

/** Who asks, as far as permissions care; an Identity is one. */
export interface Subject {
  readonly user_id: string;
  readonly role: Role;
  /** Of the key or app that asks in the person's name; absent when they ask themselves. */
  readonly scopes?: readonly Scope[] | undefined;
}

/** A grant on a file: to one account, or to whoever holds the link when `user_id` is null. */
export interface Grant {
  readonly user_id: string | null;
  /** `own`: the file belongs to the team that the grant comes from. */
  readonly permission: 'view' | 'comment' | 'edit' | 'own';
  /** What the person is in the team that the grant comes from; it goes no further than that. */
  readonly team_role?: TeamRole;
}

/** What permissions need to know of a file. `shares` holds only grants that are in force. */
export interface FileGrants {
  readonly owner_id: string;
  readonly shares: readonly Grant[];
}

/** How far someone may go with a file; each level includes those below. */
export type Access = 'owner' | 'edit' | 'view';

const height: Record<Access, number> = { view: 1, edit: 2, owner: 3 };

const neededAccess = {
  'file.read': 'view',
  'file.duplicate': 'view',
  'file.edit': 'edit',
  'file.delete': 'owner',
  'file.share': 'owner',
} as const satisfies Record<string, Access>;

interface InstanceRule {
  readonly roles: readonly Role[];
  readonly scope: Scope;
}

const instanceRules = {
  'file.create': { roles: ['admin', 'editor'], scope: 'write' },
  'team.create': { roles: ['admin', 'editor'], scope: 'write' },
  'app.register': { roles: ['admin', 'editor'], scope: 'write' },
  'users.manage': { roles: ['admin'], scope: 'admin' },
  'system.view': { roles: ['admin'], scope: 'admin' },
  'system.manage': { roles: ['admin'], scope: 'admin' },
} as const satisfies Record<string, InstanceRule>;

interface TeamRule {
  readonly roles: readonly TeamRole[];
  readonly scope: Scope;
}

const teamRules = {
  'team.read': { roles: ['owner', 'admin', 'editor', 'viewer'], scope: 'read' },
  'team.add_file': { roles: ['owner', 'admin', 'editor'], scope: 'write' },
  'team.manage': { roles: ['owner', 'admin'], scope: 'write' },
  'team.own': { roles: ['owner'], scope: 'write' },
} as const satisfies Record<string, TeamRule>;

export type FileAction = keyof typeof neededAccess;
export type InstanceAction = keyof typeof instanceRules;
export type TeamAction = keyof typeof teamRules;

/** Whether scopes include one; each includes those that stand before it. */
export function includesScope(held: readonly Scope[] | undefined, needed: Scope): boolean {
  return held === undefined || held.some((scope) => scopes.indexOf(scope) >= scopes.indexOf(needed));
}

/** What a key or an app needs to be let to a route. */
export function scopeOf({ scope, path, method }: Pick<RouteContract, 'scope' | 'path' | 'method'>): Scope | 'session' {
  if (scope !== undefined) return scope;
  if (path.startsWith('/api/admin/')) return 'admin';
  if (path.startsWith('/api/auth/')) return 'session';
  return method === 'GET' ? 'read' : 'write';
}

/** Throws `insufficient_scope` or `session_required` when what someone came with does not carry as far as a route. */
export function requireScope(subject: Subject, route: RouteContract): void {
  if (subject.scopes === undefined) return;
  const needed = scopeOf(route);
  if (needed === 'session') throw new CodedError('session_required');
  if (includesScope(subject.scopes, needed)) return;
  throw new CodedError('insufficient_scope', {
    message: `This needs the scope "${needed}"; this key or app has "${subject.scopes.join(' ') || 'none'}".`,
  });
}

const ofRole = { owner: 'owner', admin: 'owner', editor: 'edit', viewer: 'view' } as const satisfies Record<TeamRole, Access>;
const ofPermission = { own: 'owner', edit: 'edit', comment: 'view', view: 'view' } as const satisfies Record<Grant['permission'], Access>;

const lower = (one: Access, other: Access): Access => (height[one] < height[other] ? one : other);
const higher = (one: Access | null, other: Access): Access => (one !== null && height[one] > height[other] ? one : other);

function levelOf({ permission, team_role }: Grant): Access {
  return team_role === undefined ? ofPermission[permission] : lower(ofPermission[permission], ofRole[team_role]);
}

function granted(subject: Subject | null, file: FileGrants): Access | null {
  if (subject?.role === 'admin' || subject?.user_id === file.owner_id) return 'owner';
  const mine = file.shares.filter((share) => share.user_id === null || share.user_id === subject?.user_id);
  return mine.reduce<Access | null>((best, grant) => higher(best, levelOf(grant)), null);
}

/**
 * The level that someone has on a file, null for none. Admins have every file, a grant counts for whom it names, one through a team goes
 * as far as the person's role there; and neither a viewer of the instance, nor a visitor without an account, nor a key or an app that
 * may only read ever writes, whatever its owner has or was given.
 */
export function accessTo(subject: Subject | null, file: FileGrants): Access | null {
  if (!includesScope(subject?.scopes, 'read')) return null;
  const access = granted(subject, file);
  const readsOnly = subject === null || subject.role === 'viewer' || !includesScope(subject.scopes, 'write');
  return access !== null && readsOnly ? 'view' : access;
}

const isInstanceAction = (action: string): action is InstanceAction => action in instanceRules;

function mayInRole(subject: Subject | null, action: InstanceAction): boolean {
  const { roles, scope }: InstanceRule = instanceRules[action];
  return subject !== null && roles.includes(subject.role) && includesScope(subject.scopes, scope);
}

/** Whether someone (null: not signed in) may do an action; with `canInTeam` the only place where permissions are decided. */
export function can(subject: Subject | null, action: InstanceAction): boolean;
export function can(subject: Subject | null, action: FileAction, file: FileGrants): boolean;
export function can(subject: Subject | null, action: FileAction | InstanceAction, file?: FileGrants): boolean {
  if (isInstanceAction(action)) return mayInRole(subject, action);
  if (file === undefined) return false;
  if (action === 'file.duplicate' && !mayInRole(subject, 'file.create')) return false;
  const access = accessTo(subject, file);
  return access !== null && height[access] >= height[neededAccess[action]];
}

/** What only administrators may do: with accounts, and with the instance itself. */
type AdminAction = 'users.manage' | 'system.view' | 'system.manage';

/** Throws `forbidden` unless someone may do an action of administrators. */
export function requireAdmin(subject: Subject, action: AdminAction): void {
  if (!can(subject, action)) throw new CodedError('forbidden', { message: 'Only administrators may do this.' });
}

/** Whether someone may do an action in a team in which they are `role`, null for no member. Admins of the instance have every team. */
export function canInTeam(subject: Subject, action: TeamAction, role: TeamRole | null): boolean {
  const { roles, scope }: TeamRule = teamRules[action];
  const held = subject.role === 'admin' ? 'owner' : role;
  return held !== null && roles.includes(held) && includesScope(subject.scopes, scope);
}
