'use client';
import { signedInCookie } from './signed-in-cookie.ts';

/** Notes for the next page load whether this browser has a session. */
export function markSignedIn(signedIn: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${signedInCookie}=1; path=/; max-age=${signedIn ? 2592000 : 0}; samesite=lax`;
}
