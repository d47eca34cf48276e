import type { Metadata } from 'next';
import { requireSession } from '@/features/auth/require-session.ts';
import { SharedFiles } from '@/features/workspace/shared-files.tsx';

export const metadata: Metadata = { title: 'Shared with me' };

export default async function SharedFilesPage() {
  await requireSession('/shared');
  return <SharedFiles />;
}
