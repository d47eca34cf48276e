import type { Metadata } from 'next';
import { requireSession } from '@/features/auth/require-session.ts';
import { SessionSettings } from '@/features/security/session-settings.tsx';

export const metadata: Metadata = { title: 'Sessions' };

export default async function Page() {
  await requireSession('/settings/sessions');
  return <SessionSettings />;
}
