/** The size that SVG markup asks for, px: width and height, else its viewBox; undefined when the text is no SVG. */
export function svgSize(text: string): { readonly w: number; readonly h: number } | undefined {
  const root = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg\b([^>]*)>[\s\S]*<\/svg>\s*$/i.exec(text)?.[1];
  if (root === undefined) return undefined;
  const length = (name: string) => {
    const value = new RegExp(`\\b${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`, 'i').exec(root)?.[1];
    return value === undefined ? undefined : Number(value);
  };
  const [, , boxWidth = 300, boxHeight = 150] =
    /\bviewBox\s*=\s*["']([^"']+)["']/i
      .exec(root)?.[1]
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const [w, h] = [length('width'), length('height')];
  if (w && h) return { w, h };
  if (w) return { w, h: (w * boxHeight) / boxWidth };
  return h ? { w: (h * boxWidth) / boxHeight, h } : { w: boxWidth, h: boxHeight };
}
