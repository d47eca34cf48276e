import bcrypt from 'bcrypt';
import { vi } from 'vitest';

// A password is slow to check on purpose. What is tested beside that need not wait for it; who tests the cost itself restores the mock.
vi.spyOn(bcrypt, 'hash').mockImplementation(async (password: string | Buffer) => bcrypt.hashSync(password, 4));
