import type { Metadata } from 'next';
import { System } from '@/features/admin/system/system.tsx';
import { requireSession } from '@/features/auth/require-session.ts';

export const metadata: Metadata = { title: 'System' };

export default async function Page() {
  await requireSession('/admin/system');
  return <System />;
}
