import type { Metadata } from 'next';
import { Recover } from '@/features/auth/recover.tsx';

export const metadata: Metadata = { title: 'Lost device' };

export default function Page() {
  return <Recover />;
}
