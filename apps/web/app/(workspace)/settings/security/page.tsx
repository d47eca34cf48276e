import type { Metadata } from 'next';
import { requireSession } from '@/features/auth/require-session.ts';
import { SecuritySettings } from '@/features/security/security-settings.tsx';

export const metadata: Metadata = { title: 'Security' };

export default async function Page() {
  await requireSession('/settings/security');
  return <SecuritySettings />;
}
