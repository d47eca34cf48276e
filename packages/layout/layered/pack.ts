import { type Box, unionBoxes, type Vec } from '@autograph/geometry';
import type { FlowLayout } from './component.ts';

/** Space between parts that nothing connects, px. */
const gap = 48;
/** Of width to height, as the parts together should be at most. */
const aspect = 1.8;

/** Parts side by side, in rows where that would become too wide, as one layout from (0, 0) on. Flow coordinates; `sideways` when the flow runs from left to right or back. */
export function packed(parts: readonly FlowLayout[], sideways: boolean): FlowLayout {
  const boxes = parts.map((part) => extentOf(part) ?? { x: 0, y: 0, w: 0, h: 0 });
  const area = boxes.reduce((sum, { w, h }) => sum + (w + gap) * (h + gap), 0);
  const widest = Math.max(0, ...boxes.map(({ w }) => w));
  const most = Math.max(widest, Math.sqrt(area * (sideways ? 1 / aspect : aspect)));
  let [x, y, height] = [0, 0, 0];
  const moved = parts.map((part, i) => {
    const box = boxes[i] ?? { x: 0, y: 0, w: 0, h: 0 };
    if (x > 0 && x + box.w > most + 1) [x, y, height] = [0, y + height + gap, 0];
    const at = translated(part, x - box.x, y - box.y);
    [x, height] = [x + box.w + gap, Math.max(height, box.h)];
    return at;
  });
  const all = <T>(pick: (part: FlowLayout) => ReadonlyMap<string, T>) => new Map(moved.flatMap((part) => [...pick(part)]));
  return {
    nodes: all(({ nodes }) => nodes),
    groups: all(({ groups }) => groups),
    edges: all(({ edges }) => edges),
    labels: all(({ labels }) => labels),
  };
}

/** What a layout takes up, without its labels. */
export function extentOf({ nodes, groups, edges }: Pick<FlowLayout, 'nodes' | 'groups' | 'edges'>): Box | undefined {
  return unionBoxes([
    ...nodes.values(),
    ...groups.values(),
    ...[...edges.values()].flatMap((route) => route.map(({ x, y }) => ({ x, y, w: 0, h: 0 }))),
  ]);
}

export function translated<T extends FlowLayout>({ nodes, groups, edges, labels }: T, dx: number, dy: number): FlowLayout {
  const move = <V extends Vec>(at: V): V => ({ ...at, x: at.x + dx, y: at.y + dy });
  const moveAll = <V extends Vec>(items: ReadonlyMap<string, V>) => new Map([...items].map(([id, at]) => [id, move(at)]));
  return {
    nodes: moveAll(nodes),
    groups: moveAll(groups),
    edges: new Map([...edges].map(([id, route]) => [id, route.map(move)])),
    labels: moveAll(labels),
  };
}
