import type { Metadata } from 'next';
import { RegistrationSettings } from '@/features/admin/registration-settings.tsx';
import { requireSession } from '@/features/auth/require-session.ts';

export const metadata: Metadata = { title: 'Registration' };

export default async function Page() {
  await requireSession('/admin/registration');
  return <RegistrationSettings />;
}
