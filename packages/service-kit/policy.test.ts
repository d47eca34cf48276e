import { defineRoute, roles, type Scope, scopes, type TeamRole, teamRoles } from '@autograph/contracts';
import { describe, expect, it } from 'vitest';
import { accessTo, can, canInTeam, type FileGrants, type Grant, requireScope, type Subject, scopeOf } from './policy.ts';

const shares: Readonly<Record<string, readonly Grant[]>> = {
  'edit share': [{ user_id: 'me', permission: 'edit' }],
  'view share': [{ user_id: 'me', permission: 'view' }],
  'edit link': [{ user_id: null, permission: 'edit' }],
  'view link': [{ user_id: null, permission: 'view' }],
  'own team as owner': [{ user_id: 'me', permission: 'own', team_role: 'owner' }],
  'own team as admin': [{ user_id: 'me', permission: 'own', team_role: 'admin' }],
  'own team as editor': [{ user_id: 'me', permission: 'own', team_role: 'editor' }],
  'own team as viewer': [{ user_id: 'me', permission: 'own', team_role: 'viewer' }],
  'team edit share as owner': [{ user_id: 'me', permission: 'edit', team_role: 'owner' }],
  'team edit share as viewer': [{ user_id: 'me', permission: 'edit', team_role: 'viewer' }],
  'team view share as editor': [{ user_id: 'me', permission: 'view', team_role: 'editor' }],
};

/** r read, c copy, e edit, d delete, s share: what an editor of the instance may do by their relation to a file. */
const ofEditor: Readonly<Record<string, string>> = {
  owner: 'rceds',
  'edit share': 'rce',
  'view share': 'rc',
  'edit link': 'rce',
  'view link': 'rc',
  'own team as owner': 'rceds',
  'own team as admin': 'rceds',
  'own team as editor': 'rce',
  'own team as viewer': 'rc',
  'team edit share as owner': 'rce',
  'team edit share as viewer': 'rc',
  'team view share as editor': 'rc',
  none: '',
};
const relations = Object.keys(ofEditor);

const file = (relation: string): FileGrants => ({
  owner_id: relation === 'owner' ? 'me' : 'someone',
  shares: shares[relation] ?? [{ user_id: 'other', permission: 'edit' }],
});

const held: readonly (Scope | undefined)[] = [undefined, ...scopes];
const me = (role: Subject['role'], scope: Scope | undefined): Subject => ({ user_id: 'me', role, ...(scope && { scopes: [scope] }) });

const fileActions = ['file.read', 'file.duplicate', 'file.edit', 'file.delete', 'file.share'] as const;

const allowed = (subject: Subject | null, grants: FileGrants): string =>
  fileActions.flatMap((action, at) => (can(subject, action, grants) ? ['rceds'[at]] : [])).join('');

/** What the table above becomes for the other roles, and for a key or an app of the person. */
function expected(role: Subject['role'], scope: Scope | undefined, relation: string): string {
  const letters = role === 'admin' ? 'rceds' : (ofEditor[relation] ?? '');
  const readsOnly = role === 'viewer' || scope === 'read';
  return readsOnly ? letters.replace(/[ceds]/g, '') : letters;
}

describe('the permission matrix', () => {
  it('gives each role, through each share, team and scope, what it is meant to and nothing more [F104, F105, F106, F107]', () => {
    const wrong = roles.flatMap((role) =>
      held.flatMap((scope) =>
        relations.flatMap((relation) => {
          const [is, should] = [allowed(me(role, scope), file(relation)), expected(role, scope, relation)];
          return is === should ? [] : [`${role}, ${scope ?? 'signed in'}, ${relation}: may "${is}", should "${should}"`];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('lets a visitor without an account read what a link opens, and write nothing', () => {
    const wrong = relations.filter((relation) => allowed(null, file(relation)) !== (relation.endsWith('link') ? 'r' : ''));
    expect(wrong).toEqual([]);
  });

  it('lets admins and editors make things, and only admins manage users and the system, with a key or an app only in its scope [F111, F114]', () => {
    const who = (action: 'file.create' | 'team.create' | 'app.register' | 'users.manage' | 'system.view' | 'system.manage') =>
      roles.flatMap((role) => held.flatMap((scope) => (can(me(role, scope), action) ? [`${role} ${scope ?? 'signed in'}`] : [])));
    const makers = ['admin signed in', 'admin write', 'admin admin', 'editor signed in', 'editor write', 'editor admin'];
    for (const action of ['file.create', 'team.create', 'app.register'] as const) {
      expect(who(action)).toEqual(makers);
      expect(can(null, action)).toBe(false);
    }
    for (const action of ['users.manage', 'system.view', 'system.manage'] as const) {
      expect(who(action)).toEqual(['admin signed in', 'admin admin']);
      expect(can(null, action)).toBe(false);
    }
  });

  it('gives each role of a team its part of it', () => {
    const actions = ['team.read', 'team.add_file', 'team.manage', 'team.own'] as const;
    const count = (subject: Subject, role: TeamRole | null) => actions.filter((action) => canInTeam(subject, action, role)).length;
    const rows = [...teamRoles, null].map((role) => [role, count(me('editor', undefined), role), count(me('editor', 'read'), role)]);
    expect(rows).toEqual([
      ['owner', 4, 1],
      ['admin', 3, 1],
      ['editor', 2, 1],
      ['viewer', 1, 1],
      [null, 0, 0],
    ]);
    expect([count(me('admin', undefined), null), count(me('admin', 'read'), null)]).toEqual([4, 1]);
  });

  it('takes the strongest of several grants, and ignores those of others', () => {
    const grants: FileGrants = {
      owner_id: 'someone',
      shares: [
        { user_id: 'me', permission: 'view' },
        { user_id: 'other', permission: 'edit' },
      ],
    };
    expect(accessTo(me('editor', undefined), grants)).toBe('view');
    expect(accessTo(me('editor', undefined), { ...grants, shares: [...grants.shares, { user_id: null, permission: 'edit' }] })).toBe(
      'edit',
    );
  });
});

describe('the scope of a route', () => {
  const route = (method: 'GET' | 'POST' | 'DELETE', path: string, scope?: Scope | 'session') =>
    defineRoute({ service: 'auth', method, path, summary: '', responses: {}, ...(scope && { scope }) });

  it('follows from what the route does, unless the route says otherwise', () => {
    expect([
      scopeOf(route('GET', '/api/diagrams')),
      scopeOf(route('POST', '/api/diagrams')),
      scopeOf(route('DELETE', '/api/diagrams/:id')),
      scopeOf(route('GET', '/api/admin/users')),
      scopeOf(route('POST', '/api/auth/password')),
      scopeOf(route('POST', '/api/render', 'read')),
    ]).toEqual(['read', 'write', 'write', 'admin', 'session', 'read']);
  });

  it('is asked of keys and apps, not of people who have signed in', () => {
    const needed = [
      route('GET', '/api/diagrams'),
      route('POST', '/api/diagrams'),
      route('GET', '/api/admin/users'),
      route('GET', '/api/auth/sessions'),
    ];
    const outcomes = (subject: Subject) =>
      needed.map((each) => {
        try {
          requireScope(subject, each);
          return 'may';
        } catch (error) {
          return error instanceof Error && 'code' in error ? error.code : error;
        }
      });
    const narrow = 'insufficient_scope';
    expect(held.map((scope) => outcomes(me('admin', scope)))).toEqual([
      ['may', 'may', 'may', 'may'],
      ['may', narrow, narrow, 'session_required'],
      ['may', 'may', narrow, 'session_required'],
      ['may', 'may', 'may', 'session_required'],
    ]);
  });
});
