import { describe, expect, it } from 'vitest';
import { hashPassword, passwordProblems, verifyPassword } from './password.ts';

const messages = (password: string): string[] => passwordProblems(password).map((problem) => problem.message);

describe('passwords', () => {
  it('name every rule that is broken', () => {
    expect(messages('123')).toEqual(['Use at least 8 characters.', 'Use at least one uppercase letter.']);
    expect(messages('password123')).toEqual(['Use at least one uppercase letter.']);
    expect(messages('Password')).toEqual(['Use at least one digit.']);
    expect(messages(`A1${'ü'.repeat(36)}`)).toEqual(['Use at most 72 bytes.']);
    expect(messages('SecurePass123!')).toEqual([]);
    expect(messages('Ünïcödé-Pass-٣')).toEqual([]);
  });

  it('are kept as bcrypt of cost 12', async () => {
    const hash = await hashPassword('SecurePass123!');
    expect(hash).toMatch(/^\$2b\$12\$.{53}$/);
    expect(await verifyPassword({ hash, password: 'SecurePass123!' })).toBe(true);
    expect(await verifyPassword({ hash, password: 'SecurePass123?' })).toBe(false);
  });
});
