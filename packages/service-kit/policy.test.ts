import { describe, expect, it } from 'vitest';
import { accessTo, can, type FileGrants, type Grant, type Subject } from './policy.ts';

const roles = ['admin', 'editor', 'viewer'] as const;
const relations = ['owner', 'edit share', 'view share', 'edit link', 'view link', 'none'] as const;

const file = (relation: (typeof relations)[number]): FileGrants => {
  const shares: Record<string, Grant[]> = {
    'edit share': [{ user_id: 'me', permission: 'edit' }],
    'view share': [{ user_id: 'me', permission: 'view' }],
    'edit link': [{ user_id: null, permission: 'edit' }],
    'view link': [{ user_id: null, permission: 'view' }],
  };
  return { owner_id: relation === 'owner' ? 'me' : 'someone', shares: shares[relation] ?? [{ user_id: 'other', permission: 'edit' }] };
};

const me = (role: Subject['role']): Subject => ({ user_id: 'me', role });

const fileActions = ['file.read', 'file.duplicate', 'file.edit', 'file.delete', 'file.share'] as const;

/** r read, c copy, e edit, d delete, s share: what each role may do by its relation to the file. */
const expected: Record<(typeof roles)[number], Record<(typeof relations)[number], string>> = {
  admin: { owner: 'rceds', 'edit share': 'rceds', 'view share': 'rceds', 'edit link': 'rceds', 'view link': 'rceds', none: 'rceds' },
  editor: { owner: 'rceds', 'edit share': 'rce', 'view share': 'rc', 'edit link': 'rce', 'view link': 'rc', none: '' },
  viewer: { owner: 'r', 'edit share': 'r', 'view share': 'r', 'edit link': 'r', 'view link': 'r', none: '' },
};

const allowed = (subject: Subject | null, grants: FileGrants): string =>
  fileActions.flatMap((action, at) => (can(subject, action, grants) ? ['rceds'[at]] : [])).join('');

describe('the permission matrix', () => {
  const rows = roles.flatMap((role) => relations.map((relation) => [role, relation, expected[role][relation]] as const));

  it.each(rows)('%s with %s may do "%s"', (role, relation, letters) => {
    expect(allowed(me(role), file(relation))).toBe(letters);
  });

  it.each(relations)('a visitor without an account with %s never writes', (relation) => {
    expect(allowed(null, file(relation))).toBe(relation.endsWith('link') ? 'r' : '');
  });

  it('lets admins and editors make files, and only admins manage users', () => {
    expect(roles.filter((role) => can(me(role), 'file.create'))).toEqual(['admin', 'editor']);
    expect(roles.filter((role) => can(me(role), 'users.manage'))).toEqual(['admin']);
    expect(can(null, 'file.create')).toBe(false);
    expect(can(null, 'users.manage')).toBe(false);
  });

  it('takes the strongest of several grants, and ignores those of others', () => {
    const grants: FileGrants = {
      owner_id: 'someone',
      shares: [
        { user_id: 'me', permission: 'view' },
        { user_id: 'other', permission: 'edit' },
      ],
    };
    expect(accessTo(me('editor'), grants)).toBe('view');
    expect(accessTo(me('editor'), { ...grants, shares: [...grants.shares, { user_id: null, permission: 'edit' }] })).toBe('edit');
  });
});
