import type { Metadata } from 'next';
import { requireSession } from '@/features/auth/require-session.ts';
import { Trash } from '@/features/workspace/trash.tsx';

export const metadata: Metadata = { title: 'Trash' };

export default async function TrashPage() {
  await requireSession('/trash');
  return <Trash />;
}
