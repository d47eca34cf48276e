import { X509Certificate } from 'node:crypto';

/** The base64 of a certificate without its lines and marks. */
const bodyOf = (text: string): string => text.replace(/-----[A-Z ]+-----/g, '').replace(/\s+/g, '');

/** A certificate from PEM or base64; null when it is none. */
export function readCertificate(text: string): { readonly body: string; readonly certificate: X509Certificate } | null {
  const body = bodyOf(text);
  try {
    return { body, certificate: new X509Certificate(Buffer.from(body, 'base64')) };
  } catch {
    return null;
  }
}
