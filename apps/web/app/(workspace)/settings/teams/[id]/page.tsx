import type { Metadata } from 'next';
import { requireSession } from '@/features/auth/require-session.ts';
import { TeamPage } from '@/features/teams/team-page.tsx';

export const metadata: Metadata = { title: 'Team' };

export default async function OneTeamPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireSession(`/settings/teams/${id}`);
  return <TeamPage id={id} />;
}
