import type { Metadata } from 'next';
import { Users } from '@/features/admin/users.tsx';
import { requireSession } from '@/features/auth/require-session.ts';

export const metadata: Metadata = { title: 'Users' };

export default async function Page() {
  await requireSession('/admin/users');
  return <Users />;
}
