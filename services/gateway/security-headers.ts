import { randomBytes } from 'node:crypto';

/** A value that marks the scripts of one page as ours. */
export const createNonce = (): string => randomBytes(16).toString('base64');

/**
 * The content security policy of a page: its own scripts by nonce, WebAssembly for the layout of large graphs, styles
 * inline because positions are styles, and no other site.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The policy of answers that are data: nothing in them may run or load. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'";
