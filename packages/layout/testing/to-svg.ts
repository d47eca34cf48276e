import { unionBoxes } from '@autograph/geometry';
import type { LayoutGraph, LayoutResult } from '../graph.ts';

/** A plain picture of a layout, to look at. */
export function layoutSvg(
  graph: LayoutGraph,
  { nodes, groups, edges, labels }: LayoutResult,
  marked: ReadonlySet<string> = new Set(),
): string {
  const all = unionBoxes([...nodes.values(), ...groups.values(), ...[...edges.values()].flat().map((point) => ({ ...point, w: 0, h: 0 }))]);
  const { x, y, w, h } = all ?? { x: 0, y: 0, w: 1, h: 1 };
  const rects = [
    ...[...groups].map(([id, box]) => ({ id, box, fill: '#00000008', dash: '4' })),
    ...[...nodes].map(([id, box]) => ({ id, box, fill: marked.has(id) ? '#fd9' : '#fff', dash: '0' })),
  ].map(
    ({ id, box, fill, dash }) =>
      `<rect x="${box.x}" y="${box.y}" width="${box.w}" height="${box.h}" fill="${fill}" stroke="#333" stroke-dasharray="${dash}"/>` +
      `<text x="${box.x + 4}" y="${box.y + 14}" font-size="11" font-family="sans-serif">${id}</text>`,
  );
  const lines = graph.edges.map(({ id }) => {
    const points = (edges.get(id) ?? []).map((point) => `${point.x},${point.y}`).join(' ');
    return `<polyline points="${points}" fill="none" stroke="${marked.has(id) ? '#c30' : '#36c'}" marker-end="url(#head)"/>`;
  });
  const texts = graph.edges.flatMap(({ id, label }) => {
    const at = labels?.get(id);
    return at && label
      ? [`<rect x="${at.x - label.w / 2}" y="${at.y - label.h / 2}" width="${label.w}" height="${label.h}" fill="#efe" stroke="#9c9"/>`]
      : [];
  });
  const head =
    '<marker id="head" markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto"><path d="M0 0L8 4L0 8z" fill="#36c"/></marker>';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w + 40}" height="${h + 40}" viewBox="${x - 20} ${y - 20} ${w + 40} ${h + 40}"><defs>${head}</defs><rect x="${x - 20}" y="${y - 20}" width="100%" height="100%" fill="#fff"/>${[...rects, ...lines, ...texts].join('')}</svg>`;
}
