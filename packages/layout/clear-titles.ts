import { type Box, boxesIntersect, type Vec } from '@autograph/geometry';
import type { LayoutGraph, LayoutResult } from './graph.ts';
import { segmentBox, segmentsOf } from './segments.ts';

/** From a group's border to its title, px; the label's size has some slack of its own. */
const inset = 14;
/** Room between a title and a line, px. */
const beside = 6;
/** Room kept around a widened group, px. */
const clearance = 10;
/** Most that a group grows for its title, px. */
const most = 160;

type Group = LayoutGraph['groups'][number];

/** The layout with groups wide enough that their title, at the left or the right, is crossed by no route; where there is room for that. */
export function clearTitles(graph: LayoutGraph, result: LayoutResult): LayoutResult {
  if (graph.groups.length === 0) return result;
  const scene = new Scene(graph, result);
  for (const group of graph.groups) {
    const narrow = scene.groups.get(group.id);
    if (narrow && narrow.w < group.label.w + 2 * inset) scene.grow(group, { ...narrow, w: group.label.w + 2 * inset });
  }
  for (const group of graph.groups) {
    const box = scene.groups.get(group.id);
    const wider = box && group.label.w > 0 ? widened(group, box, scene.lines) : undefined;
    wider?.some((candidate) => scene.grow(group, candidate));
  }
  return fromOrigin({ ...result, groups: scene.groups });
}

/** Boxes that would do, the least growth first; undefined when the title has a free place already. */
function widened(group: Group, box: Box, lines: readonly Line[]): Box[] | undefined {
  const { w, h } = group.label;
  const strip = { ...box, h: inset + h };
  const sides = lines.filter((line) => boxesIntersect(line, strip)).flatMap((line) => [line.x, line.x + line.w]);
  const title = inset + w + beside;
  const low = Math.min(...sides) - box.x;
  const high = box.x + box.w - Math.max(...sides);
  const middle = { low: box.x + (box.w - w) / 2, high: box.x + (box.w + w) / 2 };
  if (low >= title || high >= title || sides.every((x) => x < middle.low || x > middle.high)) return undefined;
  const left = { ...box, x: box.x - (title - low), w: box.w + title - low };
  const right = { ...box, w: box.w + title - high };
  return [left, right].filter((candidate) => candidate.w - box.w <= most).toSorted((a, b) => a.w - b.w);
}

/** The room that a piece of a route takes. */
interface Line extends Box {
  readonly vertical: boolean;
}

/** What stands around groups that grow. */
class Scene {
  readonly groups: Map<string, Box>;
  readonly lines: readonly Line[];
  readonly #nodes: LayoutResult['nodes'];
  readonly #items: readonly (LayoutGraph['nodes'][number] | Group)[];
  readonly #groupOf: ReadonlyMap<string, Group>;
  readonly #parents: ReadonlyMap<string, string | undefined>;
  /** What may not be covered: captions, and pieces of routes that a side would run along. */
  readonly #kept: readonly Box[];

  constructor(graph: LayoutGraph, { nodes, groups, edges, labels }: LayoutResult) {
    this.groups = new Map(groups);
    this.#nodes = nodes;
    this.#groupOf = new Map(graph.groups.map((group) => [group.id, group]));
    this.#items = [...graph.nodes, ...graph.groups];
    this.#parents = new Map(this.#items.map((item) => [item.id, item.group]));
    this.lines = [...edges.values()].flatMap(segmentsOf).map((piece) => ({ ...segmentBox(piece, 1), vertical: piece.vertical }));
    const captions = graph.edges.flatMap(({ id, label }) => {
      const at = labels?.get(id);
      return at && label ? [{ x: at.x - label.w / 2, y: at.y - label.h / 2, ...label }] : [];
    });
    this.#kept = [...captions, ...this.lines.filter(({ vertical }) => vertical)];
  }

  /** Makes a group larger, and those around it where it would come too near to their borders; tells whether there is room for that. */
  grow(group: Group, box: Box): boolean {
    const grown = new Map<string, Box>();
    let at: Group | undefined = group;
    for (let wanted = box; at; at = this.#groupOf.get(at.group ?? '')) {
      if (!this.#hasRoom(at, wanted)) return false;
      grown.set(at.id, wanted);
      const around = this.groups.get(at.group ?? '');
      if (!around) break;
      const left = Math.min(around.x, wanted.x - clearance);
      const right = Math.max(around.x + around.w, wanted.x + wanted.w + clearance);
      if (left === around.x && right === around.x + around.w) break;
      wanted = { ...around, x: left, w: right - left };
    }
    for (const [id, larger] of grown) this.groups.set(id, larger);
    return true;
  }

  #hasRoom(group: Group, box: Box): boolean {
    const own = this.groups.get(group.id) ?? box;
    const around = { x: box.x - clearance, y: box.y - clearance, w: box.w + 2 * clearance, h: box.h + 2 * clearance };
    // A group around another may grow on both sides.
    const added = [
      { ...around, w: Math.max(0, own.x - around.x) },
      { ...around, x: own.x + own.w, w: Math.max(0, around.x + around.w - own.x - own.w) },
    ].filter(({ w }) => w > clearance);
    return (
      !this.#items.some(({ id }) => meets(this.#nodes.get(id) ?? this.groups.get(id), around) && this.#isApart(id, group.id)) &&
      !this.#kept.some((other) => added.some((side) => meets(other, side)))
    );
  }

  /** Whether neither is in the other. */
  #isApart(a: string, b: string): boolean {
    return !this.#isWithin(a, b) && !this.#isWithin(b, a);
  }

  #isWithin(id: string, group: string): boolean {
    for (let at: string | undefined = id; at !== undefined; at = this.#parents.get(at)) if (at === group) return true;
    return false;
  }
}

function meets(box: Box | undefined, other: Box): boolean {
  return box !== undefined && boxesIntersect(box, other);
}

/** The layout moved so that no group begins left of 0. */
function fromOrigin(result: LayoutResult): LayoutResult {
  const shift = -Math.min(0, ...[...result.groups.values()].map(({ x }) => x));
  if (shift === 0) return result;
  const moved = <T extends Vec>(items: ReadonlyMap<string, T>) => new Map([...items].map(([id, at]) => [id, { ...at, x: at.x + shift }]));
  return {
    nodes: moved(result.nodes),
    groups: moved(result.groups),
    edges: new Map([...result.edges].map(([id, route]) => [id, route.map((point) => ({ ...point, x: point.x + shift }))])),
    ...(result.labels && { labels: moved(result.labels) }),
  };
}
