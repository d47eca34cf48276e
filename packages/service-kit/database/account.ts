import { spawnSync } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { StartError } from '../start-error.ts';

/** How to start PostgreSQL's programs: as whom, and through which program. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
  /** Put before the program and its arguments. */
  readonly prefix: readonly string[];
}

const names = ['postgres', 'nobody'];

function idOf(flag: '-u' | '-g', name: string): number | null {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}

function ordinaryUser(): { uid: number; gid: number } {
  if (idOf('-u', 'postgres') === null)
    spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']);
  for (const name of names) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new StartError(
    'PostgreSQL does not run as root and no user "postgres" could be made: run as an ordinary user, or set DATABASE_URL.',
  );
}

type User = Pick<Account, 'uid' | 'gid'>;

/** Whether the user can run the program and look into the folder. */
function reaches(user: User, prefix: readonly string[], program: string, folder: string): boolean {
  const runs = ([command = '', ...args]: readonly string[]) => spawnSync(command, args, { ...user, cwd: '/' }).status === 0;
  return runs([...prefix, program, '--version']) && runs([...prefix, 'ls', folder]);
}

/**
 * PostgreSQL refuses to run as root, so root hands it to the user `postgres` (made when missing). Where that user cannot
 * reach the program or the folder, because a parent folder is root's alone, it gets just the right to pass through.
 * Throws StartError when neither works.
 */
export async function chooseAccount(folder: string, program: string): Promise<Account> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const user = ordinaryUser();
  await chown(folder, user.uid, user.gid);
  if (reaches(user, [], program, folder)) return { ...user, prefix: [] };
  for (const right of ['dac_read_search', 'dac_override']) {
    const prefix = [
      'setpriv',
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      `--inh-caps=+${right}`,
      `--ambient-caps=+${right}`,
    ];
    if (reaches({}, prefix, program, folder)) return { prefix };
  }
  throw new StartError(
    `PostgreSQL does not run as root, and the user "postgres" cannot reach ${folder}: choose another DATA_DIR, run as an ordinary user, or set DATABASE_URL.`,
  );
}
