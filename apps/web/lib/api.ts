import { CodedError, createClient } from '@autograph/contracts';
import { refresh } from '@autograph/contracts/auth.ts';

/** How long the answer to another tab may take to arrive. */
const otherTabMilliseconds = 1_000;

let refreshing: Promise<boolean> | undefined;
let refusal: CodedError | undefined;

/** Why the last attempt to renew the session was refused. */
export const refreshRefusal = (): CodedError | undefined => refusal;

/**
 * One tab after the other, so that each renews with the newest token. Where there are no locks, in pages over plain http, tabs may come
 * with one token: the server gives the next one to the first, and bears the others for some seconds.
 */
function inTurn<T>(act: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request('ag-refresh', act) : act();
}

/** Trades the refresh cookie for a new session; callers at the same time share one attempt. Gives whether it worked. */
export function refreshSession(): Promise<boolean> {
  const renew = () => createClient({ baseUrl: '' })(refresh, { body: {} });
  refreshing ??= inTurn(() =>
    renew().catch(async (error: unknown) => {
      if (!(error instanceof CodedError && error.code === 'token_used')) throw error;
      // Another tab was quicker: its answer brings this one the newer token too.
      await new Promise((done) => setTimeout(done, otherTabMilliseconds));
      return renew();
    }),
  )
    .then(
      () => true,
      (error: unknown) => {
        refusal = error instanceof CodedError ? error : undefined;
        return false;
      },
    )
    .finally(() => {
      refreshing = undefined;
    });
  return refreshing;
}

/** `fetch` that renews a lapsed session once and then repeats the request. */
async function sessionFetch(url: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, { credentials: 'include', ...init });
  if (response.status !== 401 || url.includes('/api/auth/login') || !(await refreshSession())) return response;
  return fetch(url, { credentials: 'include', ...init });
}

/** Calls the API as the person whose cookies the browser holds. */
export const api = createClient({ baseUrl: '', fetch: sessionFetch });

/** What to tell a person about a failure: what happened, and what to do. */
export function errorText(error: unknown): string {
  if (error instanceof CodedError) return error.details?.[0]?.message ?? error.message;
  return error instanceof Error ? error.message : 'Something went wrong. Try again.';
}

/** Messages by the path of the field that they speak of; several about one field stand one after the other. */
export function fieldErrors(error: unknown): Record<string, string> {
  const messages: Record<string, string> = {};
  if (!(error instanceof CodedError)) return messages;
  for (const { path, message } of error.details ?? []) {
    const field = path?.split('.').at(-1);
    if (field) messages[field] = messages[field] ? `${messages[field]} ${message}` : message;
  }
  return messages;
}
