'use client';
import { register, setup } from '@autograph/contracts/auth.ts';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { api } from '@/lib/api.ts';
import { accountFields } from './account-fields.ts';
import { EntryForm } from './entry-form.tsx';

export function SetUp() {
  const router = useRouter();
  const { data } = useQuery({ queryKey: ['setup'], queryFn: () => api(setup, {}), staleTime: 0 });
  useEffect(() => {
    if (data && !data.needs_setup) router.replace('/signin');
  }, [data, router]);
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
