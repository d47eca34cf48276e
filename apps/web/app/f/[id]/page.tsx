import type { Metadata } from 'next';
import { requireSession } from '@/features/auth/require-session.ts';
import { FilePage } from '@/features/file/file-page.tsx';

export const metadata: Metadata = { title: 'File' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireSession(`/f/${id}`);
  return <FilePage id={id} />;
}
