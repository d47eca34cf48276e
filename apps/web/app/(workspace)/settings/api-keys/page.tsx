import type { Metadata } from 'next';
import { requireSession } from '@/features/auth/require-session.ts';
import { ApiKeys } from '@/features/keys/api-keys.tsx';

export const metadata: Metadata = { title: 'API keys' };

export default async function ApiKeysPage() {
  await requireSession('/settings/api-keys');
  return <ApiKeys />;
}
