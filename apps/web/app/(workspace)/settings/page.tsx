import type { Metadata } from 'next';
import { Settings } from '@/features/account/settings.tsx';
import { requireSession } from '@/features/auth/require-session.ts';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  await requireSession('/settings');
  return <Settings />;
}
