import type { Metadata } from 'next';
import { Invitation } from '@/features/teams/invitation.tsx';

export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' };

export default async function InvitationPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  return <Invitation token={typeof token === 'string' ? token : ''} />;
}
