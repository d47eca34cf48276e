import { CodedError } from '@autograph/contracts';
import { auditLog, type Database, sealedColumns } from '@autograph/database';
import { eq, like, sql } from 'drizzle-orm';
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

/** Brings every secret under the current key. It may be broken off and run again; what is read meanwhile opens with either key. */
export async function rotateSecrets(db: Database, keyring: Keyring, actor: string): Promise<Rotation> {
  let renewed = 0;
  let lost = 0;
  for (const { table, id, column } of sealedColumns) {
    const rows = await db.select({ id, sealed: column }).from(table).where(like(column, 'sealed.v1.%'));
    for (const row of rows) {
      const sealed = row.sealed ?? '';
      try {
        const anew = reseal(keyring, sealed);
        if (anew === null) continue;
        const target = sql.identifier(column.name);
        // Not where it was changed since: then it is under the current key already.
        await db.execute(sql`update ${table} set ${target} = ${anew} where ${eq(id, row.id)} and ${eq(column, sealed)}`);
        renewed += 1;
      } catch (error) {
        if (!(error instanceof SealError)) throw error;
        lost += 1;
      }
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
