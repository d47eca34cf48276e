import type { Metadata } from 'next';
import { requireSession } from '@/features/auth/require-session.ts';
import { AllFiles } from '@/features/workspace/all-files.tsx';

export const metadata: Metadata = { title: 'All files' };

export default async function AllFilesPage() {
  await requireSession('/');
  return <AllFiles />;
}
