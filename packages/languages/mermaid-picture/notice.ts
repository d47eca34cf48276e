import type { Picture } from './picture.ts';

/** A card in place of a diagram of a type that cannot be drawn. */
export function noticeSvg(type: string): Picture {
  const [w, h] = [420, 96];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" font-family="Inter, system-ui, sans-serif">`,
    `<rect x="0.5" y="0.5" width="${w - 1}" height="${h - 1}" rx="10" fill="#fdf3c8" stroke="#a16207"/>`,
    `<text x="20" y="40" font-size="15" font-weight="bold" fill="#1d2330">“${type}” diagrams cannot be drawn here yet</text>`,
    '<text x="20" y="66" font-size="13" fill="#4b5468">The text is kept, and every other Mermaid type is drawn.</text>',
    '</svg>',
  ].join('');
  return { svg, w, h };
}
