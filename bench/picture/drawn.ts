import type { Box, Vec } from '@autograph/geometry';

/** What Mermaid drew, px: nodes and groups by id, edges and their captions by the id that it gives them, in its order. */
export interface Drawn {
  readonly boxes: readonly (readonly [string, Box])[];
  readonly edges: readonly (readonly [string, readonly Vec[]])[];
  readonly labels: readonly (readonly [string, Box])[];
}

/** Reads a flowchart as Mermaid draws it: boxes as they are seen, edges as their paths lead, a rounded corner as one. `id` is what it was rendered as. */
export function drawnBy(svg: string, id: string): Drawn {
  const host = document.createElement('div');
  document.body.append(host);
  host.innerHTML = svg;
  const root = host.querySelector('svg');
  if (!root) throw new Error('Mermaid drew nothing.');
  const all = (selector: string) => [...root.querySelectorAll(selector)].filter((element) => element instanceof SVGGraphicsElement);
  const boxes = [...all('g.node'), ...all('g.cluster')].map((element) => {
    const shape = element.querySelector('.label-container, rect, polygon, path, circle');
    const own = element.id.replace(`${id}-`, '').replace(/^flowchart-(.*)-\d+$/, '$1');
    return [own, boxOf(element.matches('.cluster') && shape instanceof SVGGraphicsElement ? shape : element)] as const;
  });
  const edges = all('path[data-edge]').map((path) => {
    const points = pointsOf(path.getAttribute('d') ?? '').map((point) => seen(path, point));
    return [path.getAttribute('data-id') ?? '', points] as const;
  });
  const labels = all('g.edgeLabel g.label').map((element) => [element.getAttribute('data-id') ?? '', boxOf(element)] as const);
  host.remove();
  return { boxes, edges, labels: labels.filter(([, { w, h }]) => w > 0 && h > 0) };
}

function seen(element: SVGGraphicsElement, { x, y }: Vec): Vec {
  const { x: at, y: down } = new DOMPoint(x, y).matrixTransform(matrixOf(element));
  return { x: at, y: down };
}

/** To the drawing's own px, whatever size the page gives it. */
function matrixOf(element: SVGGraphicsElement): DOMMatrix {
  const [own, root] = [element.getScreenCTM(), element.ownerSVGElement?.getScreenCTM()];
  return own && root ? DOMMatrix.fromMatrix(root.inverse()).multiply(own) : new DOMMatrix();
}

function boxOf(element: SVGGraphicsElement): Box {
  const { x, y, width, height } = element.getBBox();
  const [low, high] = [seen(element, { x, y }), seen(element, { x: x + width, y: y + height })];
  return { x: low.x, y: low.y, w: high.x - low.x, h: high.y - low.y };
}

/** The points that a path of absolute commands leads through; a curve of degree 3 as points on it. */
function pointsOf(path: string): Vec[] {
  const points: Vec[] = [];
  for (const [, command = '', numbers = ''] of path.matchAll(/([MLQCHV])([^A-Za-z]*)/g)) {
    const values = (numbers.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const from = points.at(-1) ?? { x: 0, y: 0 };
    if (command === 'H') points.push({ x: values[0] ?? 0, y: from.y });
    else if (command === 'V') points.push({ x: from.x, y: values[0] ?? 0 });
    else if (command === 'C') points.push(...curve(from, pairs(values)));
    else points.push(...pairs(values));
  }
  return points;
}

function pairs(values: readonly number[]): Vec[] {
  return values.flatMap((x, i) => (i % 2 === 0 ? [{ x, y: values[i + 1] ?? 0 }] : []));
}

function curve(a: Vec, [b = a, c = a, d = a, ...more]: readonly Vec[]): Vec[] {
  const mix = (t: number, p: number, q: number, r: number, s: number) =>
    (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t * t * r + t ** 3 * s;
  const points = Array.from({ length: 8 }, (_, i) => (i + 1) / 8).map((t) => ({
    x: mix(t, a.x, b.x, c.x, d.x),
    y: mix(t, a.y, b.y, c.y, d.y),
  }));
  return more.length > 0 ? [...points, ...curve(d, more)] : points;
}
