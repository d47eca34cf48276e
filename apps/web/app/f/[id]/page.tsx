import type { Metadata } from 'next';
import { FilePage } from '@/features/file/file-page.tsx';

export const metadata: Metadata = { title: 'File' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <FilePage id={id} />;
}
