import { z } from 'zod';

export const teamRoles = ['owner', 'admin', 'editor', 'viewer'] as const;
export const TeamRole = z.enum(teamRoles).describe('The role in a team');
export type TeamRole = z.infer<typeof TeamRole>;
