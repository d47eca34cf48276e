import type { Color } from '@autograph/document';
import names from 'color-name';

const hex = (value: number) =>
  Math.round(Math.min(255, Math.max(0, value)))
    .toString(16)
    .padStart(2, '0');

/** A CSS colour as other tools write them; 'none' when one sees through it, undefined when it is not a colour. */
export function readColor(text: unknown): Color | 'none' | undefined {
  if (typeof text !== 'string') return undefined;
  const css = text.trim().toLowerCase();
  if (css === 'none' || css === 'transparent') return 'none';
  const digits = /^#([\da-f]{3,8})$/.exec(css)?.[1];
  if (digits) return ofDigits(digits);
  const parts = /^rgba?\(([^)]+)\)$/
    .exec(css)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number.parseFloat);
  if (parts && parts.length >= 3 && parts.every(Number.isFinite)) {
    const [r = 0, g = 0, b = 0, alpha = 1] = parts;
    return alpha === 0 ? 'none' : `#${hex(r)}${hex(g)}${hex(b)}`;
  }
  const named = Object.entries(names).find(([name]) => name === css)?.[1];
  return named && `#${named.map(hex).join('')}`;
}

function ofDigits(digits: string): Color | 'none' | undefined {
  if (digits.length === 3 || digits.length === 4) {
    if (digits[3] === '0') return 'none';
    return `#${[...digits.slice(0, 3)].map((digit) => digit + digit).join('')}`;
  }
  if (digits.length === 8 && digits.endsWith('00')) return 'none';
  return digits.length === 6 || digits.length === 8 ? `#${digits.slice(0, 6)}` : undefined;
}

/** A colour of lines or letters; undefined where there is none. */
export function readInk(text: unknown): Color | undefined {
  const color = readColor(text);
  return color === 'none' ? undefined : color;
}
