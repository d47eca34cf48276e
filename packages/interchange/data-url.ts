import type { ImageContent } from '@autograph/render';
import { strFromU8 } from 'fflate';

const digits = new Map([...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((sign, value) => [sign, value]));

/** The picture in a `data:` address (RFC 2397); undefined when it is none. */
export function readDataUrl(url: unknown): ImageContent | undefined {
  const match = typeof url === 'string' ? /^data:(image\/[\w.+-]+)((?:;[\w=-]+)*),(.*)$/s.exec(url) : null;
  const [, mime, parameters = '', body = ''] = match ?? [];
  if (!mime) return undefined;
  try {
    if (!/;base64$/i.test(parameters) && mime !== 'image/svg+xml') {
      // draw.io writes base64 without saying so.
      return { mime, data: fromBase64(decodeURIComponent(body)) };
    }
    const bytes = /;base64$/i.test(parameters) ? fromBase64(decodeURIComponent(body)) : undefined;
    if (mime !== 'image/svg+xml') return bytes && { mime, data: bytes };
    return { mime, data: bytes ? strFromU8(bytes) : svgText(decodeURIComponent(body)) };
  } catch {
    return undefined;
  }
}

function svgText(body: string): string {
  return body.trimStart().startsWith('<') ? body : strFromU8(fromBase64(body));
}

/** The bytes of a base64 text; throws a RangeError when it is not one. */
export function fromBase64(text: string): Uint8Array {
  const signs = text.replace(/[\s=]+/g, '');
  const bytes = new Uint8Array(Math.floor((signs.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const sign of signs) {
    const value = digits.get(sign);
    if (value === undefined) throw new RangeError('This is not base64.');
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}
