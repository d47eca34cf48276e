import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { liftLock } from '@autograph/auth/login-guard.ts';
import { hashPassword, requireStrongPassword } from '@autograph/auth/password.ts';
import { setStanding } from '@autograph/auth/set-standing.ts';
import { type AuditEvent, CodedError } from '@autograph/contracts';
import { accounts, auditLog, type Database, databaseOf, migrate, users } from '@autograph/database';
import { and, asc, isNull, sql } from '@autograph/database/query.ts';
import { StartError } from '@autograph/service-kit';
import { type Command, UsageError } from './command.ts';
import { logLevel } from './log-level.ts';
import { toolName, withTools } from './open-tools.ts';

type Row = typeof users.$inferSelect;
const roles = ['admin', 'editor', 'viewer'] as const;

async function find(db: Database, email: string): Promise<Row> {
  const [row] = await db
    .select()
    .from(users)
    .where(and(sql`lower(${users.email}) = lower(${email})`, isNull(users.deletedAt)));
  if (!row) throw new StartError(`No account has the address ${email}: "autograph admin list" shows those that there are.`);
  return row;
}

const record = (
  db: Database,
  action: AuditEvent,
  { id, email }: Pick<Row, 'id' | 'email'>,
  details: Readonly<Record<string, unknown>> = {},
) =>
  db.insert(auditLog).values({ action, userId: id, actor: toolName, resourceType: 'user', resourceId: id, details: { email, ...details } });

async function requireStrong(password: string, known: readonly string[]): Promise<void> {
  try {
    await requireStrongPassword(password, known);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    throw new StartError((error.details ?? []).map(({ message }) => message).join(' ') || error.message, { cause: error });
  }
}

async function create(db: Database, email: string, name: string, given: string | undefined): Promise<readonly string[]> {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new StartError(`${email} is no e-mail address.`);
  const password = given ?? `${randomBytes(15).toString('base64url')}A1`;
  await requireStrong(password, [name, email]);
  const hash = await hashPassword(password);
  const made = await db.transaction(async (tx) => {
    const [row] = await tx
      .insert(users)
      .values({ email: email.toLowerCase(), name, role: 'admin', emailVerified: true })
      .onConflictDoNothing()
      .returning();
    if (!row) return null;
    await tx.insert(accounts).values({ userId: row.id, accountId: row.id, providerId: 'credential', password: hash });
    return row;
  });
  if (!made) throw new StartError(`${email} has an account: "autograph admin promote ${email}" makes it an administrator.`);
  await record(db, 'admin.user_created', made);
  return [`${made.email} is an administrator now.`, ...(given === undefined ? [`Password: ${password}`] : [])];
}

async function unlock(db: Database, email: string): Promise<string> {
  const row = await find(db, email);
  await liftLock({ db }, row.id);
  await record(db, 'admin.user_unlocked', row);
  return row.banned
    ? `${row.email} is not locked any more, but disabled: "autograph admin enable ${row.email}" lets this account in.`
    : `${row.email} may sign in again.`;
}

async function enable(db: Database, email: string): Promise<string> {
  const row = await find(db, email);
  if ((await setStanding(db, row.id, { banned: false })) === 'same') return `${row.email} is not disabled.`;
  await record(db, 'admin.user_enabled', row);
  return `${row.email} may sign in again.`;
}

async function promote(db: Database, email: string, asked: string): Promise<string> {
  const role = roles.find((name) => name === asked);
  if (!role) throw new UsageError();
  const row = await find(db, email);
  const outcome = await setStanding(db, row.id, { role });
  if (outcome === 'last_admin')
    throw new StartError(`${row.email} is the last administrator: "autograph admin promote" somebody else first.`);
  if (outcome === 'same') return `${row.email} is ${role} already.`;
  await record(db, 'admin.role_changed', row, { from: row.role, to: role });
  return `${row.email} is ${role} now; that counts from the next sign-in, or in an hour at the latest.`;
}

async function list(db: Database): Promise<readonly string[]> {
  const rows = await db.select().from(users).where(isNull(users.deletedAt)).orderBy(asc(users.createdAt));
  const state = ({ banned, lockedUntil }: Row) => (banned ? 'banned' : (lockedUntil?.getTime() ?? 0) > Date.now() ? 'locked' : 'active');
  return rows.map((row) =>
    [row.role.padEnd(6), state(row).padEnd(6), row.createdAt.toISOString().slice(0, 10), row.email, row.name].join('  '),
  );
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        role: { type: 'string', default: 'admin' },
        'password-stdin': { type: 'boolean', default: false },
      },
    });
  } catch {
    throw new UsageError();
  }
}

export const admin: Command = {
  usage: [
    'admin create <e-mail> [--name <name>] [--password-stdin]',
    'admin unlock <e-mail>',
    'admin enable <e-mail>',
    'admin promote <e-mail> [--role admin|editor|viewer]',
    'admin list',
    'admin log-level [<service>[/<module>] debug|info|warning|error|silent|default]',
  ],
  summary:
    'Makes an administrator (and shows a password, where none comes in), lifts locks, lets disabled accounts in, changes roles, shows the accounts, sets how much services log.',
  run: async (args, { config, say }) => {
    const { positionals, values } = read(args);
    const [action, email = '', ...rest] = positionals;
    if (action === 'log-level' ? rest.length > 1 : rest.length > 0 || (action !== 'list') !== (email !== '')) throw new UsageError();
    const given = values['password-stdin'] ? (await text(process.stdin)).trimEnd() : undefined;
    const lines = await withTools(config, { alone: false }, async ({ database }) => {
      const pool = await database();
      await migrate(pool);
      const db = databaseOf(pool);
      switch (action) {
        case 'create':
          return create(db, email, values.name ?? email.split('@')[0] ?? email, given);
        case 'unlock':
          return [await unlock(db, email)];
        case 'enable':
          return [await enable(db, email)];
        case 'promote':
          return [await promote(db, email, values.role)];
        case 'list':
          return list(db);
        case 'log-level':
          return logLevel(db, config, positionals.slice(1));
        default:
          throw new UsageError();
      }
    });
    for (const line of lines) say(line);
    return 0;
  },
};
