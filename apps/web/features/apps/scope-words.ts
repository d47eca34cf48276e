import type { Scope } from '@autograph/contracts/identity.ts';

/** What each scope lets a key or an app do, for people to read. */
export const scopeWords: Readonly<Record<Scope, { readonly label: string; readonly does: string }>> = {
  read: { label: 'Read', does: 'See your files, comments and teams' },
  write: { label: 'Write', does: 'Make, change, share and delete files in your name' },
  admin: { label: 'Admin', does: 'Manage the accounts of this instance' },
};

/** The widest of some scopes, which includes the others. */
export const widest = (scopes: readonly Scope[]): Scope =>
  scopes.includes('admin') ? 'admin' : scopes.includes('write') ? 'write' : 'read';
