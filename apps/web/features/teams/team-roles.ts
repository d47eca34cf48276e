import type { GivenTeamRole, TeamRole } from '@autograph/contracts/teams.ts';

/** What each role is called. */
export const roleNames: Readonly<Record<TeamRole, string>> = { owner: 'Owner', admin: 'Admin', editor: 'Editor', viewer: 'Viewer' };

/** The roles that can be given, and what they may do with the team's files. */
export const givenRoles: readonly { value: GivenTeamRole; label: string; note: string }[] = [
  { value: 'admin', label: 'Admin', note: 'files and members' },
  { value: 'editor', label: 'Editor', note: 'edits files' },
  { value: 'viewer', label: 'Viewer', note: 'reads files' },
];
