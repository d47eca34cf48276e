import type { Metadata } from 'next';
import { Trash } from '@/features/workspace/trash.tsx';

export const metadata: Metadata = { title: 'Trash' };

export default function TrashPage() {
  return <Trash />;
}
