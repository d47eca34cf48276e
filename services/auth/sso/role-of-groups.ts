import { type Role, type RoleMapping, roles } from '@autograph/contracts';

/** The strongest role that groups give by a mapping, null when none is mapped. Names are compared without regard to letter case. */
export function roleOfGroups(mapping: readonly RoleMapping[], groups: readonly string[]): Role | null {
  const held = new Set(groups.map((group) => group.toLowerCase()));
  const given = mapping.filter(({ group }) => held.has(group.toLowerCase())).map(({ role }) => role);
  return roles.find((role) => given.includes(role)) ?? null;
}
