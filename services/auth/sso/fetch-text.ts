import { z } from 'zod';
import { SsoRefusal } from './refusal.ts';

const waitMilliseconds = 10_000;
const maxBytes = 500_000;

const local = new Set(['localhost', '127.0.0.1', '[::1]']);

function why(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'it did not answer within ten seconds';
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** The text of an answer, which is given up once it is longer than any document of an identity provider. Throws SsoRefusal. */
async function textOf({ body }: Response, origin: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    // Leaving the loop closes the connection: the rest is never sent.
    if (size > maxBytes) throw new SsoRefusal(`${origin} answered with more than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
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
  const text = await textOf(response, url.origin).catch((error: unknown) => {
    if (error instanceof SsoRefusal) throw error;
    throw new SsoRefusal(`${url.origin} broke its answer off: ${why(error)}`, { cause: error });
  });
  return { ok: response.ok, status: response.status, text };
}

/** What an OAuth server says of its refusal (RFC 6749, section 5.2), in its own alphabet. */
const Refusal = z.object({ error: z.string().regex(/^[a-z_]{1,60}$/), error_description: z.string().max(200).optional().catch(undefined) });

/** Why there is no document, as far as it may be shown: of what any host at all answers nothing but errors of OAuth. */
function refusalIn(text: string): string {
  try {
    const { error, error_description } = Refusal.parse(JSON.parse(text));
    return error_description ? `: ${error}, ${error_description}` : `: ${error}`;
  } catch {
    return '';
  }
}

/** The same for JSON that must have come with a status of success. */
export async function fetchJson(address: string, init: RequestInit = {}): Promise<unknown> {
  const { ok, status, text } = await fetchText(address, init);
  if (!ok) throw new SsoRefusal(`${address} answered ${status}${refusalIn(text)}`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SsoRefusal(`${address} does not answer with JSON`, { cause });
  }
}
