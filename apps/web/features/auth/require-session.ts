import { accessCookie } from '@autograph/contracts/cookies.ts';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { signedInCookie } from './signed-in-cookie.ts';

/** Sends browsers without any sign of a session to sign in, before a page is made for them. The API decides who may see what. */
export async function requireSession(path: string): Promise<void> {
  const jar = await cookies();
  if (jar.has(accessCookie) || jar.has(signedInCookie)) return;
  redirect(path === '/' ? '/signin' : `/signin?next=${encodeURIComponent(path)}`);
}
