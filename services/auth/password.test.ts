import { beforeAll, describe, expect, it, vi } from 'vitest';
import { hashPassword, passwordProblems, requireStrongPassword, verifyPassword } from './password.ts';

// The true cost of a hash is what is looked at here.
beforeAll(() => void vi.restoreAllMocks());

const messages = (password: string): string[] => [...passwordProblems(password)];

describe('passwords', () => {
  it('name every rule that is broken', () => {
    expect(messages('123')).toEqual(['Use at least 8 characters.', 'Use at least one uppercase letter.']);
    expect(messages('password123')).toEqual(['Use at least one uppercase letter.']);
    expect(messages('Password')).toEqual(['Use at least one digit.']);
    expect(messages(`A1${'ü'.repeat(36)}`)).toEqual(['Use at most 72 bytes.']);
    expect(messages('SecurePass123!')).toEqual([]);
    expect(messages('Ünïcödé-Pass-٣')).toEqual([]);
  });

  it('are refused when they are among the first to be guessed, also by who knows the person', async () => {
    const known = ['Wilhelmina', 'wilhelmina@example.com'];
    for (const easy of ['Password123', 'Qwerty123', 'Wilhelmina1'])
      await expect(requireStrongPassword(easy, known)).rejects.toMatchObject({
        code: 'weak_password',
        details: [{ path: 'body.password', message: expect.stringMatching(/guessed/) }],
      });
    await requireStrongPassword('SecurePass123!', known);
  });

  it('are kept as bcrypt of cost 12', async () => {
    const hash = await hashPassword('SecurePass123!');
    expect(hash).toMatch(/^\$2b\$12\$.{53}$/);
    expect(await verifyPassword({ hash, password: 'SecurePass123!' })).toBe(true);
    expect(await verifyPassword({ hash, password: 'SecurePass123?' })).toBe(false);
  });
});
