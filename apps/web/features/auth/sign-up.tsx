'use client';
import { register } from '@autograph/contracts/auth.ts';
import Link from 'next/link';
import { api } from '@/lib/api.ts';
import { accountFields } from './account-fields.ts';
import { EntryForm } from './entry-form.tsx';
import { textLink } from './text-link.ts';
import { useSetupFirst } from './use-setup-first.ts';

export function SignUp() {
  useSetupFirst();
  return (
    <EntryForm
      title="Create an account"
      lead="Draw, write and generate your architecture."
      action="Create account"
      fields={accountFields}
      submit={(body) => api(register, { body })}
      footer={
        <>
          Have one already?{' '}
          <Link href="/signin" className={textLink}>
            Sign in
          </Link>
        </>
      }
    />
  );
}
