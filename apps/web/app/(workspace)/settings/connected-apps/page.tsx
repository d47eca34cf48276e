import type { Metadata } from 'next';
import { ConnectedApps } from '@/features/apps/connected-apps.tsx';
import { requireSession } from '@/features/auth/require-session.ts';

export const metadata: Metadata = { title: 'Connected apps' };

export default async function ConnectedAppsPage() {
  await requireSession('/settings/connected-apps');
  return <ConnectedApps />;
}
