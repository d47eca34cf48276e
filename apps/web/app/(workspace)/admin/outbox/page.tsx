import type { Metadata } from 'next';
import { Outbox } from '@/features/admin/outbox.tsx';
import { requireSession } from '@/features/auth/require-session.ts';

export const metadata: Metadata = { title: 'Outbox' };

export default async function Page() {
  await requireSession('/admin/outbox');
  return <Outbox />;
}
