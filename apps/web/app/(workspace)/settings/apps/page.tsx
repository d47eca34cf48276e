import type { Metadata } from 'next';
import { DeveloperApps } from '@/features/apps/developer-apps.tsx';
import { requireSession } from '@/features/auth/require-session.ts';

export const metadata: Metadata = { title: 'Developer apps' };

export default async function DeveloperAppsPage() {
  await requireSession('/settings/apps');
  return <DeveloperApps />;
}
