import type { Command } from './command.ts';

/** Commands besides `serve` and `help`, each loaded when it is asked for. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  doctor: async () => (await import('./doctor.ts')).doctor,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  migrate: async () => (await import('./migrate.ts')).migrate,
  admin: async () => (await import('./admin.ts')).admin,
  secrets: async () => (await import('./secrets.ts')).secrets,
};
