'use client';
import { EntryHeader } from './entry-parts.tsx';
import { AccountForm } from './sign-up.tsx';
import { useEnter } from './use-entry.ts';
import { useSetupFirst } from './use-setup-first.ts';

export function SetUp() {
  useSetupFirst();
  const enter = useEnter();
  return (
    <div className="grid gap-6">
      <EntryHeader title="Welcome to AutoGraph">Create the first account. It becomes this instance's administrator.</EntryHeader>
      <AccountForm onSession={enter} onPending={() => undefined} />
    </div>
  );
}
