import type { Picture } from './picture.ts';

/** A card in place of a diagram of a type that cannot be drawn. */
export function notice(type: string): Picture {
  return {
    svg: card(type, { ground: '#fdf3c8', edge: '#a16207', ink: '#1d2330', faint: '#4b5468' }),
    svgDark: card(type, { ground: '#352d15', edge: '#f0cd4e', ink: '#e8eaf0', faint: '#b4bccb' }),
    w,
    h,
  };
}

const [w, h] = [420, 96];

function card(type: string, { ground, edge, ink, faint }: Readonly<Record<'ground' | 'edge' | 'ink' | 'faint', string>>): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" font-family="Inter, system-ui, sans-serif">`,
    `<rect x="0.5" y="0.5" width="${w - 1}" height="${h - 1}" rx="10" fill="${ground}" stroke="${edge}"/>`,
    `<text x="20" y="40" font-size="15" font-weight="bold" fill="${ink}">“${type}” diagrams cannot be drawn here yet</text>`,
    `<text x="20" y="66" font-size="13" fill="${faint}">The text is kept, and every other Mermaid type is drawn.</text>`,
    '</svg>',
  ].join('');
}
