import { ErrorBody, Session, TwoFactorSetup } from '@autograph/contracts';
import { auditLog, backupCodes, twoFactors } from '@autograph/database';
import { eq } from '@autograph/database/query.ts';
import { createSecrets, newKey, readKeyring, rotateSecrets } from '@autograph/service-kit';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { symmetricEncrypt } from 'better-auth/crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { later, now } from '../testing/later.ts';
import { type Answer, startAuth, type TestAuth } from '../testing/start-auth.ts';
import { sealContext } from './take-second-factor.ts';

const password = 'SecurePass123!';
const codeOf = (answer: Answer) => [answer.status, ErrorBody.parse(answer.body).error.code];
const Codes = z.object({ backup_codes: z.array(z.string()) });

/** The authenticator app of a phone that scanned the picture. */
const scanned = (uri: string) => {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return createOTP(new TextDecoder().decode(base32.decode(secret)), { digits: 6, period: 30 });
};

describe('the second factor', () => {
  let instance: TestAuth;
  let admin: Session;
  beforeAll(async () => {
    instance = await startAuth({ LOGIN_FAILURES_PER_ADDRESS: '1000' });
    admin = Session.parse((await instance.send('POST', 'register', { email: 'ada@example.com', password, name: 'Ada' })).body);
  });
  afterAll(() => instance.close());
  afterAll(now);

  const enrol = async (name: string) => {
    const email = `${name}@example.com`;
    const { access_token, user } = Session.parse((await instance.send('POST', 'register', { email, password, name })).body);
    const send = (path: string, body: unknown) => instance.send('POST', path, body, { authorization: `Bearer ${access_token}` });
    const setup = TwoFactorSetup.parse((await send('two-factor/setup', { password })).body);
    const app = scanned(setup.uri);
    const enabled = await send('two-factor/enable', { code: await app.totp() });
    const codes = Codes.parse(enabled.body).backup_codes;
    const login = (code?: string) => instance.send('POST', 'login', { email, password, ...(code === undefined ? {} : { code }) });
    const state = async () => (await instance.send('GET', 'two-factor', undefined, { authorization: `Bearer ${access_token}` })).body;
    return { email, user, send, setup, app, codes, login, state };
  };

  it('is on once a code of the app was given; from then on a sign-in needs both [F092]', async () => {
    const { access_token } = Session.parse(
      (await instance.send('POST', 'register', { email: 'bob@example.com', password, name: 'Bob' })).body,
    );
    const send = (path: string, body: unknown) => instance.send('POST', path, body, { authorization: `Bearer ${access_token}` });
    const login = (code?: string) => instance.send('POST', 'login', { email: 'bob@example.com', password, code });
    expect(codeOf(await send('two-factor/setup', { password: 'WrongPass123!' }))).toEqual([403, 'wrong_password']);
    expect(codeOf(await send('two-factor/enable', { code: '123456' }))).toEqual([409, 'two_factor_off']);
    const { uri, qr_svg } = TwoFactorSetup.parse((await send('two-factor/setup', { password })).body);
    expect(uri).toMatch(/^otpauth:\/\/totp\/AutoGraph:bob%40example\.com\?secret=/);
    expect(qr_svg).toMatch(/^<svg.*<\/svg>\s*$/s);
    expect(codeOf(await send('two-factor/enable', { code: '000000' }))).toEqual([422, 'validation_failed']);
    expect((await login()).status).toBe(200);

    const app = scanned(uri);
    expect((await send('two-factor/enable', { code: await app.totp() })).status).toBe(200);
    expect(codeOf(await login())).toEqual([401, 'second_factor_required']);
    expect((await login()).cookies).toEqual([]);
    expect(codeOf(await login('000000'))).toEqual([401, 'wrong_code']);
    later(60_000);
    expect((await login(await app.totp())).status).toBe(200);
    await instance.mail('bob@example.com', /How you sign in/);
    const kept = await instance.services.platform.db.select().from(twoFactors);
    const shown = new URL(uri).searchParams.get('secret') ?? '';
    expect(JSON.stringify(kept)).not.toContain(shown);
    expect(kept[0]?.secret).toMatch(/^sealed\.v1\./);

    // As it was kept before secrets had keys that rotate: it counts, and is sealed anew.
    const { config, db } = instance.services.platform;
    const data = new TextDecoder().decode(base32.decode(shown));
    await db.update(twoFactors).set({ secret: await symmetricEncrypt({ key: config.AUTH_SECRET, data }) });
    later(120_000);
    expect((await login(await app.totp())).status).toBe(200);
    expect((await db.select().from(twoFactors))[0]?.secret).toMatch(/^sealed\.v1\./);
  });

  it('takes each code of the app once, of its half minute and those beside it', async () => {
    const { app, login } = await enrol('cleo');
    later(60_000);
    const code = await app.totp();
    later(25_000);
    expect((await login(code)).status).toBe(200);
    expect(codeOf(await login(code))).toEqual([401, 'wrong_code']);
    later(120_000);
    const old = await app.totp();
    later(120_000);
    expect(codeOf(await login(old))).toEqual([401, 'wrong_code']);
  });

  it('has ten backup codes, each good once, replaced all together [F093]', async () => {
    const { user, codes, login, send, state } = await enrol('dan');
    expect(new Set(codes).size).toBe(10);
    const [first = '', second = ''] = codes;
    expect((await login(first.toLowerCase().replace('-', ' '))).status).toBe(200);
    expect(codeOf(await login(first))).toEqual([401, 'wrong_code']);
    const rows = await instance.services.platform.db.select().from(backupCodes).where(eq(backupCodes.userId, user.id));
    expect(rows.filter(({ usedAt }) => usedAt !== null)).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(second);
    expect(await state()).toEqual({ enabled: true, backup_codes_left: 9 });

    const renewed = Codes.parse((await send('two-factor/backup-codes', { password })).body).backup_codes;
    expect(codeOf(await login(second))).toEqual([401, 'wrong_code']);
    expect((await login(renewed[0])).status).toBe(200);
  });

  it('gives a backup code to one of two who come with it at once', async () => {
    const { codes, login } = await enrol('eve');
    const both = await Promise.all([login(codes[0]), login(codes[0])]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('goes with the password, and counts wrong codes against the account', async () => {
    const { email, user, login, send } = await enrol('fay');
    for (let i = 0; i < 10; i++) expect(codeOf(await login('000000'))).toEqual([401, 'wrong_code']);
    expect(codeOf(await login())).toEqual([423, 'account_locked']);
    expect(codeOf(await send('two-factor/disable', { password }))).toEqual([423, 'account_locked']);
    await instance.admin('POST', `users/${user.id}/unlock`, undefined, { authorization: `Bearer ${admin.access_token}` });
    expect(codeOf(await send('two-factor/disable', { password: 'WrongPass123!' }))).toEqual([403, 'wrong_password']);
    expect((await send('two-factor/disable', { password })).body).toEqual({ enabled: false, backup_codes_left: 0 });
    await instance.mail(email, /locked/);
  });

  it('that is lost is taken off by mail and an admin who agrees, and can be set up anew [F094]', async () => {
    const { email, user, login, send } = await enrol('gus');
    const asAdmin = { authorization: `Bearer ${admin.access_token}` };
    const approve = () => instance.admin('POST', `users/${user.id}/approve-recovery`, undefined, asAdmin);
    expect(codeOf(await approve())).toEqual([409, 'two_factor_off']);
    for (const secret of ['WrongPass123!', password])
      expect((await instance.send('POST', 'recovery', { email, password: secret })).body).toEqual({ sent: true });
    const { token } = await instance.mail(email, /lost device/);
    expect((await instance.mailed(email)).filter((subject) => /lost device/.test(subject))).toHaveLength(1);
    expect((await instance.send('POST', 'recovery/confirm', { token })).body).toEqual({ waiting_for_approval: true });
    expect(codeOf(await login())).toEqual([401, 'second_factor_required']);
    expect(codeOf(await instance.admin('POST', `users/${user.id}/approve-recovery`))).toEqual([401, 'unauthenticated']);

    expect((await approve()).body).toMatchObject({ two_factor: false, recovery_requested_at: null });
    expect((await login()).status).toBe(200);
    await instance.mail(email, /password alone/);
    const { uri } = TwoFactorSetup.parse((await send('two-factor/setup', { password })).body);
    expect((await send('two-factor/enable', { code: await scanned(uri).totp() })).status).toBe(200);
    const actions = (await instance.services.platform.db.select().from(auditLog)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['auth.recovery_requested', 'auth.recovery_confirmed', 'admin.recovery_approved']));
  });
});

it('goes on with codes of the same app after the keys of secrets have changed [F059]', async () => {
  const [old, recent] = [newKey(new Date('2026-01-01')), newKey(new Date('2026-02-01'))];
  const instance = await startAuth({ SECRETS_KEY: recent });
  try {
    const account = { email: 'ada@example.com', password, name: 'Ada' };
    const { access_token, user } = Session.parse((await instance.send('POST', 'register', account)).body);
    const send = (path: string, body: unknown) => instance.send('POST', path, body, { authorization: `Bearer ${access_token}` });
    const { uri } = TwoFactorSetup.parse((await send('two-factor/setup', { password })).body);
    const app = scanned(uri);
    await send('two-factor/enable', { code: await app.totp() });
    // As it was kept under the key of before, which this instance does not know.
    const { db } = instance.services.platform;
    const shared = new TextDecoder().decode(base32.decode(new URL(uri).searchParams.get('secret') ?? ''));
    await db.update(twoFactors).set({ secret: createSecrets(readKeyring(old), db).seal(shared, sealContext(user.id)) });
    const login = async () => instance.send('POST', 'login', { ...account, code: await app.totp() });
    later(60_000);
    expect((await login()).status).toBe(403);
    expect(await rotateSecrets(db, readKeyring(recent, old), 'test')).toEqual({ renewed: 1, lost: 0 });
    later(60_000);
    expect((await login()).status).toBe(200);
  } finally {
    now();
    await instance.close();
  }
});
