import { CodedError } from '@autograph/contracts';
import { auditLog, type Database, sealedColumns } from '@autograph/database';
import { eq, like, sql } from '@autograph/database/query.ts';
import { z } from 'zod';
import type { Keyring } from './keyring.ts';
import { reseal, SealError, seal, unseal } from './seal.ts';

/** Who reads a secret, and what for. */
export interface Reading {
  /** Whose secret it is, such as `git_connections:<id>`: the same as when it was sealed. */
  readonly context: string;
  /** The service or command that reads. */
  readonly reader: string;
  readonly purpose: string;
  readonly userId?: string;
}

/** Secrets that must be read again, such as tokens of other systems: kept encrypted, every reading in the audit log. */
export interface Secrets {
  seal(secret: string, context: string): string;
  /** The secret. Throws `forbidden` when it is another's, was changed, or its key is gone; that is in the audit log as well. */
  open(sealed: string, reading: Reading): Promise<string>;
}

export function createSecrets(keyring: Keyring, db: Database): Secrets {
  const record = ({ context, reader, purpose, userId }: Reading, result: 'success' | 'failure', reason?: string) =>
    db.insert(auditLog).values({
      action: 'secret.read',
      result,
      userId: userId ?? null,
      actor: reader,
      resourceType: 'secret',
      resourceId: context,
      details: { purpose, ...(reason ? { reason } : {}) },
    });
  return {
    seal: (secret, context) => seal(keyring, secret, context),
    open: async (sealed, reading) => {
      try {
        const secret = unseal(keyring, sealed, reading.context);
        await record(reading, 'success');
        return secret;
      } catch (cause) {
        if (!(cause instanceof SealError)) throw cause;
        await record(reading, 'failure', cause.message);
        throw new CodedError('forbidden', { cause });
      }
    },
  };
}

/** How a rotation went: secrets written anew, and those that no key opens. */
export interface Rotation {
  readonly renewed: number;
  readonly lost: number;
}

/** A stored secret, and how it is written anew, unless it was changed since: then it is under the current key already. */
interface Stored {
  readonly sealed: string;
  write(anew: string): Promise<unknown>;
}

async function inColumns(db: Database): Promise<Stored[]> {
  const found: Stored[] = [];
  for (const { table, id, column } of sealedColumns) {
    const rows = await db.select({ id, sealed: column }).from(table).where(like(column, 'sealed.v1.%'));
    const target = sql.identifier(column.name);
    for (const row of rows) {
      const sealed = row.sealed ?? '';
      const write = (anew: string) =>
        db.execute(sql`update ${table} set ${target} = ${anew} where ${eq(id, row.id)} and ${eq(column, sealed)}`);
      found.push({ sealed, write });
    }
  }
  return found;
}

const Jobs = z.array(z.object({ name: z.string(), id: z.string(), sealed: z.string() }));

/** What jobs take along waits in the queue's own tables, which are there once there was a job. */
async function inQueue(db: Database): Promise<Stored[]> {
  const { rows: tables } = await db.execute(sql`select 1 where to_regclass('jobs.job') is not null`);
  if (tables.length === 0) return [];
  const sealedIn = sql`data #>> '{data,sealed}'`;
  const { rows } = await db.execute(
    sql`select name, id::text, ${sealedIn} as sealed from jobs.job where state < 'completed' and ${sealedIn} like 'sealed.v1.%'`,
  );
  return Jobs.parse(rows).map(({ name, id, sealed }) => ({
    sealed,
    write: (anew) =>
      db.execute(sql`update jobs.job set data = jsonb_set(data, '{data,sealed}', to_jsonb(${anew}::text))
        where name = ${name} and id = ${id}::uuid and ${sealedIn} = ${sealed}`),
  }));
}

/** Brings every secret under the current key. It may be broken off and run again; what is read meanwhile opens with either key. */
export async function rotateSecrets(db: Database, keyring: Keyring, actor: string): Promise<Rotation> {
  let renewed = 0;
  let lost = 0;
  for (const { sealed, write } of [...(await inColumns(db)), ...(await inQueue(db))]) {
    try {
      const anew = reseal(keyring, sealed);
      if (anew === null) continue;
      await write(anew);
      renewed += 1;
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      lost += 1;
    }
  }
  await db.insert(auditLog).values({
    action: 'secrets.rotate',
    result: lost === 0 ? 'success' : 'failure',
    actor,
    resourceType: 'secret',
    resourceId: keyring.current.name,
    details: { renewed, lost },
  });
  return { renewed, lost };
}
