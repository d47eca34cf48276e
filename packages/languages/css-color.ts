import type { Color } from '@autograph/document';
import names from 'color-name';

const table: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(names));

/** The `#rrggbb` of a CSS colour (name, hex, rgb, hsl), without its alpha; undefined when it is none. */
export function cssColor(text: string): Color | undefined {
  const word = text.trim().toLowerCase();
  const named = table.get(word);
  if (named) return hex(named);
  const digits = /^#([\da-f]{3,8})$/.exec(word)?.[1];
  if (digits && [3, 4].includes(digits.length)) return `#${[...digits.slice(0, 3)].map((digit) => digit + digit).join('')}`;
  if (digits && [6, 8].includes(digits.length)) return `#${digits.slice(0, 6)}`;
  const call = /^(rgb|hsl)a?\(([^)]*)\)$/.exec(word);
  const parts = call?.[2]?.split(/[\s,/]+/).filter((part) => part !== '') ?? [];
  if (!call || parts.length < 3) return undefined;
  const numbers = parts.slice(0, 3).map((part) => Number.parseFloat(part));
  if (numbers.some(Number.isNaN)) return undefined;
  if (call[1] === 'hsl') return hex(fromHsl(numbers));
  return hex(numbers.map((value, at) => (parts[at]?.endsWith('%') ? value * 2.55 : value)));
}

/** 0..1, opaque when the colour does not say. */
export function cssAlpha(text: string): number {
  const word = text.trim().toLowerCase();
  if (word === 'transparent') return 0;
  const alpha = /^(?:rgb|hsl)a?\(([^)]*)\)$/.exec(word)?.[1]?.split(/[\s,/]+/)[3];
  const value = alpha === undefined ? 1 : Number.parseFloat(alpha) / (alpha.endsWith('%') ? 100 : 1);
  return Number.isNaN(value) ? 1 : Math.min(1, Math.max(0, value));
}

function hex(channels: readonly number[]): Color {
  const digits = channels.map((value) =>
    Math.round(Math.min(255, Math.max(0, value)))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}

/** https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
function fromHsl([hue = 0, saturation = 0, lightness = 0]: readonly number[]): readonly number[] {
  const [s, l] = [saturation / 100, lightness / 100];
  return [0, 8, 4].map((n) => {
    const k = (n + hue / 30) % 12;
    return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  });
}
