import { backupCodes, type Database, twoFactors, users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { drawBackupCodes, hashBackupCode } from './codes.ts';

/** Gives an account new backup codes in place of those it had, and makes sure that it asks for them. */
export function enable(db: Database, userId: string, secret: string): Promise<readonly string[]> {
  const codes = drawBackupCodes();
  return db.transaction(async (tx) => {
    await tx.update(twoFactors).set({ confirmedAt: new Date() }).where(eq(twoFactors.userId, userId));
    await tx.update(users).set({ twoFactorEnabled: true, recoveryRequestedAt: null }).where(eq(users.id, userId));
    await tx.delete(backupCodes).where(eq(backupCodes.userId, userId));
    await tx.insert(backupCodes).values(codes.map((code) => ({ userId, codeHash: hashBackupCode(code, userId, secret) })));
    return codes;
  });
}

/** Takes the second factor off an account, and all that belongs to it. */
export async function disable(db: Database, userId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(twoFactors).where(eq(twoFactors.userId, userId));
    await tx.delete(backupCodes).where(eq(backupCodes.userId, userId));
    await tx.update(users).set({ twoFactorEnabled: false, recoveryRequestedAt: null }).where(eq(users.id, userId));
  });
}
