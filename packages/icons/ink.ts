/** Below this contrast a drawing of one colour is lost: bright colours carry on white, deep ones sink into a dark ground. */
const leastContrast = { light: 1.35, dark: 2.4 } as const;

const darkInk = '#1e2430';
const lightInk = '#e6e9ef';

export interface IconLook {
  /** What lies behind, `#rrggbb`. */
  readonly ground?: string | undefined;
  /** The colour that a drawing of one colour is to have, `#rrggbb`; its own, as far as it shows on the ground, when absent. */
  readonly ink?: string | undefined;
}

/** Shown for an icon that there is not: the same size, calm, and clearly no icon. */
export const missingIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.25" stroke-linecap="round" stroke-linejoin="round"><rect x="2.5" y="2.5" width="19" height="19" rx="3" stroke-dasharray="2.5 2.5" opacity=".6"/><path d="M9.5 9.4a2.6 2.6 0 1 1 3.6 2.4c-.8.35-1.1.9-1.1 1.7M12 16.6v.01" opacity=".8"/></svg>';

/** An icon's markup as it looks on a ground: drawings of one colour take the ink, or one that shows; pictures in colours stay. */
export function inkIcon(svg: string, { ground, ink }: IconLook): string {
  const sized = withSize(svg);
  const own = onlyColor(sized);
  if (own === undefined) return sized;
  const shows =
    own !== 'currentColor' && (ground === undefined || contrast(own, ground) >= leastContrast[isDark(ground) ? 'dark' : 'light']);
  const paint = ink ?? (shows ? undefined : inkOn(ground));
  return paint === undefined ? sized : repaint(sized, paint);
}

/** The text colour for a ground. */
function inkOn(ground: string | undefined): string {
  return ground !== undefined && isDark(ground) ? lightInk : darkInk;
}

function isDark(color: string): boolean {
  return luminance(color) < 0.2;
}

const paints = /(\b(?:fill|stroke|stop-color)\s*(?:=\s*["']|:)\s*)(#[0-9a-f]{3,8}\b|[a-z]+(?:\([^)]*\))?)/gi;
const nothing = /^(none|inherit|transparent|url.*|context-.*)$/i;

/** The one colour of a drawing; undefined when it has several or holds bitmaps. Unsaid is black, as SVG has it. */
function onlyColor(svg: string): string | undefined {
  if (/<image\b|<(linear|radial)Gradient\b|<filter\b/i.test(svg)) return undefined;
  const colors = new Set([...svg.matchAll(paints)].map(([, , paint = '']) => hex(paint)).filter((paint) => !nothing.test(paint)));
  if (colors.size > 1) return undefined;
  return [...colors][0] ?? '#000000';
}

function repaint(svg: string, paint: string): string {
  if (![...svg.matchAll(paints)].some(([, , own = '']) => !nothing.test(own))) return svg.replace('<svg', `<svg fill="${paint}"`);
  return svg.replace(paints, (whole, start: string, own: string) => (nothing.test(own) ? whole : start + paint));
}

function hex(paint: string): string {
  const color = paint.toLowerCase();
  if (color === 'currentcolor') return 'currentColor';
  if (color === 'white') return '#ffffff';
  if (color === 'black') return '#000000';
  return /^#[0-9a-f]{3}$/.test(color) ? color.replace(/[0-9a-f]/g, '$&$&') : color;
}

/** Browsers draw an SVG on a canvas only when it says how large it is. */
function withSize(svg: string): string {
  const root = /<svg[^>]*>/.exec(svg)?.[0] ?? '';
  if (/\swidth=/.test(root)) return svg;
  const [, , w = '24', h = '24'] =
    /viewBox="([^"]+)"/
      .exec(root)?.[1]
      ?.trim()
      .split(/[\s,]+/) ?? [];
  return svg.replace('<svg', `<svg width="${w}" height="${h}"`);
}

/** WCAG relative luminance, 0..1. */
function luminance(color: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex(color).slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
