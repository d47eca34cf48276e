/** Red, green, blue and alpha, each 0..1. */
export type Rgba = readonly [r: number, g: number, b: number, a: number];

/** Reads `#rgb`, `#rrggbb` and `#rrggbbaa`; black for anything else. */
export function parseColor(color: string): Rgba {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color);
  const hex = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : color;
  if (!/^#([\da-f]{6}|[\da-f]{8})$/i.test(hex)) return [0, 0, 0, 1];
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5), hex.length === 9 ? channel(7) : 1];
}

/** `#rrggbb`, or `#rrggbbaa` when not opaque. */
function formatColor([r, g, b, a]: Rgba): string {
  const digits = (value: number) =>
    Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${digits(r)}${digits(g)}${digits(b)}${a < 1 ? digits(a) : ''}`;
}

/** The colour at `share` (0..1) of the way from one to another. */
export function mixColors(from: string, to: string, share: number): string {
  const [a, b] = [parseColor(from), parseColor(to)];
  const mixed = (i: 0 | 1 | 2 | 3) => a[i] + (b[i] - a[i]) * share;
  return formatColor([mixed(0), mixed(1), mixed(2), mixed(3)]);
}

export function withAlpha(color: string, alpha: number): string {
  const [r, g, b] = parseColor(color);
  return formatColor([r, g, b, alpha]);
}

/** Contrast ratio 1..21 of two opaque colours (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(color: string): number {
  const [r, g, b] = parseColor(color).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}
