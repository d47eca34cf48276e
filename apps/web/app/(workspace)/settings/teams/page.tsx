import type { Metadata } from 'next';
import { requireSession } from '@/features/auth/require-session.ts';
import { Teams } from '@/features/teams/teams.tsx';

export const metadata: Metadata = { title: 'Teams' };

export default async function TeamsPage() {
  await requireSession('/settings/teams');
  return <Teams />;
}
