import { auditLog, gitConnections, users } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Platform } from '../service.ts';
import { openTestPlatform } from '../testing/index.ts';
import { newKey, readKeyring } from './keyring.ts';
import { reseal, SealError, seal, unseal } from './seal.ts';
import { createSecrets, rotateSecrets } from './secrets.ts';

describe('a sealed secret', () => {
  const [old, recent] = [newKey(new Date('2026-01-01')), newKey(new Date('2026-02-01'))];

  it('opens with its key for its owner alone, and never looks the same twice', () => {
    const keyring = readKeyring(old);
    const sealed = seal(keyring, 'ghp_a token 🔑', 'git_connections:1');
    expect(unseal(keyring, sealed, 'git_connections:1')).toBe('ghp_a token 🔑');
    expect(seal(keyring, 'ghp_a token 🔑', 'git_connections:1')).not.toBe(sealed);
    expect(sealed).not.toMatch(/ghp_|Z2hwX/);
    expect(() => unseal(keyring, sealed, 'git_connections:2')).toThrow(SealError);
    expect(() => unseal(readKeyring(recent), sealed, 'git_connections:1')).toThrow(/was sealed with the key k20260101/);
    for (const broken of ['', 'plain', `${sealed.slice(0, -4)}AAAA`, sealed.split('.').slice(0, 4).join('.')])
      expect(() => unseal(keyring, broken, 'git_connections:1')).toThrow(SealError);
  });

  it('comes under a new key without being read', () => {
    const sealed = seal(readKeyring(old), 'token', 'here');
    const both = readKeyring(recent, old);
    const anew = reseal(both, sealed) ?? '';
    expect(unseal(readKeyring(recent), anew, 'here')).toBe('token');
    expect(reseal(both, anew)).toBeNull();
  });

  it.each(['short', 'name:dG9vIHNob3J0', `no name:${'A'.repeat(43)}=`])('needs a whole key, not %s', (text) => {
    expect(() => readKeyring(text)).toThrow(/^Configuration is not usable: SECRETS_KEY: must be <name>:<32 bytes in base64>/);
  });
});

describe('the secrets of an installation', () => {
  let platform: Platform;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ platform, close } = await openTestPlatform());
  });
  afterAll(() => close());

  it('are stored sealed, come under a new key, and every reading is in the audit log, refused ones too [F059]', async () => {
    const { db } = platform;
    const [old, recent] = [newKey(new Date('2026-01-01')), newKey(new Date('2026-02-01'))];
    const before = createSecrets(readKeyring(old), db);
    const [ada] = await db.insert(users).values({ name: 'Ada', email: 'ada@example.com' }).returning();
    const userId = ada?.id ?? '';
    const connect = async (repository: string) => {
      const [row] = await db.insert(gitConnections).values({ userId, provider: 'test', repository }).returning();
      const context = `git_connections:${row?.id}`;
      await db
        .update(gitConnections)
        .set({ credential: before.seal(`token of ${repository}`, context) })
        .where(eq(gitConnections.repository, repository));
      return context;
    };
    const [one, two] = [await connect('one'), await connect('two')];
    const stored = async (repository: string) =>
      (await db.select().from(gitConnections).where(eq(gitConnections.repository, repository)))[0]?.credential ?? '';
    expect(await stored('one')).not.toContain('token');

    const keyring = readKeyring(recent, old);
    expect(await rotateSecrets(db, keyring, 'test')).toEqual({ renewed: 2, lost: 0 });
    expect(await rotateSecrets(db, keyring, 'test')).toEqual({ renewed: 0, lost: 0 });
    const after = createSecrets(readKeyring(recent), db);
    const reading = { reader: 'git', purpose: 'list branches', userId };
    expect(await after.open(await stored('one'), { ...reading, context: one })).toBe('token of one');
    await expect(after.open(await stored('one'), { ...reading, context: two })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(before.open(await stored('two'), { ...reading, context: two })).rejects.toMatchObject({ code: 'forbidden' });

    const log = await db.select().from(auditLog).where(eq(auditLog.action, 'secret.read')).orderBy(auditLog.id);
    expect(log.map(({ result, resourceId, actor }) => [result, resourceId, actor])).toEqual([
      ['success', one, 'git'],
      ['failure', two, 'git'],
      ['failure', two, 'git'],
    ]);
    expect(JSON.stringify(log.map(({ details }) => details))).not.toContain('token');
  });

  it('that no key opens are counted and left as they are', async () => {
    const { db } = platform;
    await db
      .update(gitConnections)
      .set({ credential: seal(readKeyring(newKey()), 'x', 'y') })
      .where(eq(gitConnections.repository, 'two'));
    expect(await rotateSecrets(db, readKeyring(newKey(new Date('2026-03-01'))), 'test')).toMatchObject({ lost: 2 });
  });
});
