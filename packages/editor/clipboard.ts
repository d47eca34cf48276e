import { type Block, BlockRecord, type Shape, type ShapeId, ShapeRecord, storableShape, type Terminal } from '@autograph/document';
import { type Box, flatten, rotatedBounds, unionBoxes, type Vec } from '@autograph/geometry';
import { boundTo, isConnector } from './arrow-bindings.ts';
import { changeRecord, translation } from './change-record.ts';
import type { Editor } from './editor.ts';
import { topIndexes } from './order.ts';
import { withoutNested } from './selection.ts';

const kind = 'autograph/shapes';

/** Shapes cut loose from their board: roots in page coordinates, parents and arrow ends only among themselves. */
export interface Clip {
  readonly shapes: readonly Shape[];
  readonly blocks: readonly Block[];
}

/** What copying the shapes takes along: all they contain, and code blocks as code (without `code` as shapes). Single shapes from code become drawn ones. */
export function clipOf(editor: Editor, ids: readonly ShapeId[], { code = true } = {}): Clip {
  const { scene, document } = editor;
  const roots = scene.inPaintOrder(withoutNested(scene, ids));
  const blocks = code ? roots.flatMap((id) => document.blocks.get(id) ?? []) : [];
  const drawn = roots.filter((id) => !code || !document.blocks.has(id)).flatMap((id) => scene.get(id) ?? []);
  const inside = drawn.flatMap((shape) => scene.descendants(shape.id));
  const inBlocks = blocks.flatMap((block) => scene.descendants(block.id).map((shape) => shape.id));
  const known = new Set([...drawn, ...inside].map((shape) => shape.id).concat(inBlocks));
  const shapes = [
    ...drawn.map((shape) => {
      const origin = scene.origin(shape);
      return changeRecord(shape, { ...translation(shape, origin.x, origin.y), parent_id: null });
    }),
    ...inside,
  ];
  const rootIds = new Set(drawn.map((shape) => shape.id));
  return { shapes: shapes.map((shape) => cutLoose(editor, shape, known, rootIds.has(shape.id))), blocks };
}

function cutLoose(editor: Editor, shape: Shape, known: ReadonlySet<ShapeId>, isRoot: boolean): Shape {
  const plain = changeRecord(shape, { origin: null });
  if (!isConnector(shape) || boundTo(shape).every((target) => known.has(target))) return plain;
  const points = flatten(editor.scene.pageOutline(shape.id) ?? [])[0]?.points ?? [];
  const origin = isRoot ? { x: 0, y: 0 } : editor.scene.origin(shape);
  const loose = (end: Terminal | undefined, at: Vec | undefined): Terminal | undefined =>
    end?.shape_id === undefined || known.has(end.shape_id) || !at ? end : { x: at.x - origin.x, y: at.y - origin.y };
  return changeRecord(plain, { start: loose(shape.start, points[0]), end: loose(shape.end, points.at(-1)) });
}

/** The clip as text for the clipboard. */
export function writeClip(clip: Clip): string {
  return JSON.stringify({ kind, version: 1, ...clip });
}

/** Reads a text that `writeClip` made; undefined for any other. Records that are not valid are left out. */
export function readClip(text: string): Clip | undefined {
  if (!text.startsWith('{') || !text.includes(kind)) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null || !('kind' in data) || data.kind !== kind) return undefined;
  const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  return {
    shapes: listed('shapes' in data && data.shapes).flatMap((shape) => ShapeRecord.safeParse(shape).data ?? []),
    blocks: listed('blocks' in data && data.blocks).flatMap((block) => BlockRecord.safeParse(block).data ?? []),
  };
}

/** A clip from outside as it can be stored: what cannot be shown becomes a placeholder that keeps it, blocks that cannot be read are left out. */
export function soundClip(editor: Editor, { shapes, blocks }: Clip): Clip {
  return {
    shapes: shapes.map((shape) => storableShape(shape, (type) => editor.definition(type)?.schema)),
    blocks: blocks.flatMap((block) => BlockRecord.safeParse(block).data ?? []),
  };
}

/** The box around what a clip brings, px; a code block counts by its corner. */
export function clipBounds(clip: Clip): Box | undefined {
  const outer = clip.shapes.filter((shape) => shape.parent_id === null);
  // A line between shapes lies where they are, whatever its own record says.
  const placed = outer.filter((shape) => !isConnector(shape) || boundTo(shape).length === 0);
  const roots = (placed.length > 0 || clip.blocks.length > 0 ? placed : outer).map((shape) => rotatedBounds(shape, shape.rotation));
  return unionBoxes([...roots, ...clip.blocks.map(({ x, y }) => ({ x, y, w: 0, h: 0 }))]);
}

/** Puts a clip on the board with new ids, moved by an offset; uppermost, selected, as one undo entry. Gives the new roots; none when the file cannot hold them. */
export function placeClip(editor: Editor, clip: Clip, offset: Vec): ShapeId[] {
  const { shapes, blocks, roots } = renamedClip(editor, clip, offset);
  return editor.transact(() => {
    if (!editor.addContent({ shapes, blocks })) return [];
    editor.select(roots);
    return roots;
  });
}

/** A clip with new ids, moved by an offset, to lie uppermost. */
export function renamedClip(editor: Editor, clip: Clip, offset: Vec) {
  const ids = new Map<ShapeId, ShapeId>();
  for (const shape of clip.shapes) ids.set(shape.id, editor.createId('sh'));
  for (const block of clip.blocks) ids.set(block.id, editor.createId('bl'));
  const idOf = (id: ShapeId): ShapeId | undefined => {
    const slash = id.indexOf('/');
    const block = slash < 0 ? undefined : ids.get(id.slice(0, slash));
    return ids.get(id) ?? (block && block + id.slice(slash));
  };
  const roots = [...clip.shapes.filter((shape) => shape.parent_id === null || !ids.has(shape.parent_id)), ...clip.blocks];
  const indexes = topIndexes(editor.scene, null, roots.length);
  const indexOf = new Map(roots.map((root, i) => [root.id, indexes[i] ?? root.index]));
  const rebound = (end: Terminal | undefined): Terminal | undefined => {
    if (end?.shape_id === undefined) return end;
    const { shape_id, ...free } = end;
    const target = idOf(shape_id);
    return target === undefined ? { x: 0, y: 0, ...free } : { ...free, shape_id: target };
  };
  const shapes = clip.shapes.map((shape): Shape => {
    const index = indexOf.get(shape.id);
    const moved = index === undefined ? shape : changeRecord(shape, { ...translation(shape, offset.x, offset.y), parent_id: null, index });
    const parent = index === undefined ? (ids.get(shape.parent_id ?? '') ?? null) : null;
    return changeRecord(moved, { id: ids.get(shape.id), parent_id: parent, start: rebound(moved.start), end: rebound(moved.end) });
  });
  const copies = clip.blocks.map(
    (block): Block => ({
      ...block,
      id: ids.get(block.id) ?? block.id,
      x: block.x + offset.x,
      y: block.y + offset.y,
      index: indexOf.get(block.id) ?? block.index,
    }),
  );
  return { shapes, blocks: copies, roots: roots.flatMap((root) => ids.get(root.id) ?? []) };
}
