import type { Block, Placement, ShapeChange } from '@autograph/document';

/** How the things of a diagram hold each other, and what runs between them. */
export interface Holding {
  /** What holds a thing, directly. */
  parent(id: string): string | undefined;
  /** The holder in whose coordinates a thing's shape is; the parent when absent. */
  shownIn?(id: string): string | undefined;
  readonly edges: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

/** Pinned placements after something was dragged or a frame was sized; a frame takes its members and what runs between them along. */
export function moves(holding: Holding, block: Block, id: string, { x, y, w, h }: ShapeChange): Record<string, Placement> {
  const placement = block.layout[id];
  if (!placement || [x, y, w, h].every((value) => typeof value !== 'number')) return {};
  const frame = (holding.shownIn ?? holding.parent)(id);
  const origin = (frame === undefined ? undefined : block.layout[frame]) ?? { x: 0, y: 0 };
  const dx = typeof x === 'number' ? x + origin.x - placement.x : 0;
  const dy = typeof y === 'number' ? y + origin.y - placement.y : 0;
  const moved: Record<string, Placement> = {};
  for (const [member, at] of Object.entries(block.layout)) {
    if (isWithin(holding, member, id)) moved[member] = { ...at, x: at.x + dx, y: at.y + dy, pinned: true };
  }
  const size = { ...(typeof w === 'number' && { w }), ...(typeof h === 'number' && { h }) };
  moved[id] = { ...placement, x: placement.x + dx, y: placement.y + dy, ...size, pinned: true };
  for (const { id: edge, from, to } of holding.edges) {
    const route = block.layout[edge];
    if (!route?.points || !moved[from] || !moved[to]) continue;
    const points = route.points.map(([px = 0, py = 0]) => [px + dx, py + dy]);
    moved[edge] = { ...route, x: route.x + dx, y: route.y + dy, points };
  }
  return moved;
}

function isWithin({ parent }: Holding, member: string, id: string): boolean {
  for (let at = parent(member); at !== undefined; at = parent(at)) if (at === id) return true;
  return false;
}

/** Ids of a diagram's things: those that have names, and those that keep their order in the text, whatever they are called. */
export interface Ids {
  readonly named: readonly string[];
  readonly ordered: readonly string[];
}

/** Placements under the ids that things have after an edit of the text, without those that the edit drops. */
export function renamedPlacements(
  before: Ids,
  after: Ids,
  layout: Readonly<Record<string, Placement>>,
  dropped: ReadonlySet<string>,
): Record<string, Placement | null> {
  const pairs = [
    ...paired(
      before.named.filter((name) => !after.named.includes(name) && !dropped.has(name)),
      // A name may have become free for another.
      after.named.filter((name) => dropped.has(name) || !before.named.includes(name)),
    ),
    ...paired(
      before.ordered.filter((id) => !dropped.has(id)),
      after.ordered,
    ),
  ].filter(([id, next]) => id !== next);
  return Object.fromEntries<Placement | null>([
    ...pairs.map(([id]): [string, null] => [id, null]),
    ...pairs.flatMap(([id, next]): [string, Placement][] => (layout[id] ? [[next, layout[id]]] : [])),
  ]);
}

/** The two lists side by side; nothing when one is longer. */
function paired(was: readonly string[], now: readonly string[]): readonly (readonly [string, string])[] {
  return was.length === now.length ? was.map((id, at) => [id, now[at] ?? id] as const) : [];
}
