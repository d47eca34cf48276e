import type { ImageContent } from './images.ts';

/** A picture's file as a `data:` URI; SVG stays text, as short as may stand in an attribute. */
export function dataUri({ mime, data }: ImageContent): string {
  if (typeof data !== 'string') return `data:${mime};base64,${toBase64(data)}`;
  const text = data.replace(/[%#<>"'\r\n\t\u0080-\u{10ffff}]/gu, (char) => encodeURIComponent(char).replace("'", '%27'));
  return `data:${mime};charset=utf-8,${text}`;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digit = (shift: number) => alphabet.charAt((group >> shift) & 63);
    const [second, third] = [i + 1 < bytes.length, i + 2 < bytes.length];
    parts.push(digit(18), digit(12), second ? digit(6) : '=', third ? digit(0) : '=');
  }
  return parts.join('');
}
