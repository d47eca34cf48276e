import { AuthorizationRequest } from '@autograph/contracts/oauth.ts';
import type { Metadata } from 'next';
import { Authorize } from '@/features/apps/authorize.tsx';
import { requireSession } from '@/features/auth/require-session.ts';

export const metadata: Metadata = { title: 'Connect an app' };

export default async function AuthorizePage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const given = Object.entries(await searchParams).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  await requireSession(`/oauth/authorize?${new URLSearchParams(given.map(([name, value]) => [name, value]))}`);
  return <Authorize request={AuthorizationRequest.catch({}).parse(Object.fromEntries(given))} />;
}
