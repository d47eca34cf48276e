import { SsoRefusal } from './refusal.ts';

const waitMilliseconds = 10_000;
const maxCharacters = 500_000;

const local = new Set(['localhost', '127.0.0.1', '[::1]']);

function why(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'it did not answer within ten seconds';
  return error.cause instanceof Error ? error.cause.message : error.message;
}

export interface Fetched {
  readonly ok: boolean;
  readonly status: number;
  readonly text: string;
}

/**
 * Asks an identity provider for a document, by https alone except on this machine, following no redirects. Throws SsoRefusal
 * saying why there is none.
 */
export async function fetchText(address: string, init: RequestInit = {}): Promise<Fetched> {
  const url = new URL(address);
  if (url.protocol !== 'https:' && !local.has(url.hostname)) throw new SsoRefusal(`${url.origin} must be reached by https`);
  const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(waitMilliseconds) }).catch(
    (error: unknown) => {
      throw new SsoRefusal(`${url.origin} cannot be reached: ${why(error)}`, { cause: error });
    },
  );
  const text = await response.text().catch((error: unknown) => {
    throw new SsoRefusal(`${url.origin} broke its answer off: ${why(error)}`, { cause: error });
  });
  if (text.length > maxCharacters) throw new SsoRefusal(`${url.origin} answered with more than ${maxCharacters} characters`);
  return { ok: response.ok, status: response.status, text };
}

/** The same for JSON that must have come with a status of success. */
export async function fetchJson(address: string, init: RequestInit = {}): Promise<unknown> {
  const { ok, status, text } = await fetchText(address, init);
  if (!ok) throw new SsoRefusal(`${address} answered ${status}: ${text.slice(0, 200)}`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SsoRefusal(`${address} does not answer with JSON`, { cause });
  }
}
