import type { Metadata } from 'next';
import { AllFiles } from '@/features/workspace/all-files.tsx';

export const metadata: Metadata = { title: 'All files' };

export default function AllFilesPage() {
  return <AllFiles />;
}
