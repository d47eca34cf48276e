'use client';
import { register } from '@autograph/contracts/auth.ts';
import { api } from '@/lib/api.ts';
import { accountFields } from './account-fields.ts';
import { EntryForm } from './entry-form.tsx';
import { useSetupFirst } from './use-setup-first.ts';

export function SetUp() {
  useSetupFirst();
  return (
    <EntryForm
      title="Welcome to AutoGraph"
      lead="Create the first account. It becomes this instance's administrator."
      action="Create account"
      fields={accountFields}
      submit={(body) => api(register, { body })}
    />
  );
}
