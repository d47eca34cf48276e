import type { Role } from '@autograph/contracts';

/** Who asks, as far as permissions care; an Identity is one. */
export interface Subject {
  readonly user_id: string;
  readonly role: Role;
}

/** A grant on a file: to one account, or to whoever holds the link when `user_id` is null. */
export interface Grant {
  readonly user_id: string | null;
  readonly permission: 'view' | 'comment' | 'edit';
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

const neededRole = {
  'file.create': ['admin', 'editor'],
  'users.manage': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type FileAction = keyof typeof neededAccess;
export type InstanceAction = keyof typeof neededRole;

function granted(subject: Subject | null, file: FileGrants): Access | null {
  if (subject?.role === 'admin' || subject?.user_id === file.owner_id) return 'owner';
  const mine = file.shares.filter((share) => share.user_id === null || share.user_id === subject?.user_id);
  if (mine.some((share) => share.permission === 'edit')) return 'edit';
  return mine.length > 0 ? 'view' : null;
}

/**
 * The level that someone has on a file, null for none. Admins have every file, a grant counts for whom it names,
 * and neither a viewer of the instance nor a visitor without an account ever writes, whatever they own or were given.
 */
export function accessTo(subject: Subject | null, file: FileGrants): Access | null {
  const access = granted(subject, file);
  const readsOnly = subject === null || subject.role === 'viewer';
  return access !== null && readsOnly ? 'view' : access;
}

function mayInRole(subject: Subject | null, action: InstanceAction): boolean {
  const roles: readonly Role[] = neededRole[action];
  return subject !== null && roles.includes(subject.role);
}

/** Whether someone (null: not signed in) may do an action; the only place where permissions are decided. */
export function can(subject: Subject | null, action: InstanceAction): boolean;
export function can(subject: Subject | null, action: FileAction, file: FileGrants): boolean;
export function can(subject: Subject | null, action: FileAction | InstanceAction, file?: FileGrants): boolean {
  if (action === 'file.create' || action === 'users.manage') return mayInRole(subject, action);
  if (file === undefined) return false;
  if (action === 'file.duplicate' && !mayInRole(subject, 'file.create')) return false;
  const access = accessTo(subject, file);
  return access !== null && height[access] >= height[neededAccess[action]];
}
