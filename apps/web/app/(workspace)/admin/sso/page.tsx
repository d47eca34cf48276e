import type { Metadata } from 'next';
import { requireSession } from '@/features/auth/require-session.ts';
import { SsoSettings } from '@/features/sso/sso-settings.tsx';

export const metadata: Metadata = { title: 'Single sign-on' };

export default async function Page() {
  await requireSession('/admin/sso');
  return <SsoSettings />;
}
