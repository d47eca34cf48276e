'use client';
import { login } from '@autograph/contracts/auth.ts';
import Link from 'next/link';
import { api } from '@/lib/api.ts';
import { EntryForm } from './entry-form.tsx';
import { textLink } from './text-link.ts';
import { useSetupFirst } from './use-setup-first.ts';

export function SignIn() {
  useSetupFirst();
  return (
    <EntryForm
      title="Sign in"
      lead="Welcome back."
      action="Sign in"
      fields={[
        { name: 'email', label: 'E-mail', autoComplete: 'username' },
        { name: 'password', label: 'Password', autoComplete: 'current-password' },
      ]}
      submit={({ email, password }) => api(login, { body: { email, password } })}
      footer={
        <>
          New here?{' '}
          <Link href="/signup" className={textLink}>
            Create an account
          </Link>
        </>
      }
    />
  );
}
