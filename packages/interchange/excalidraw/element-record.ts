import type { Shape, ShapeId } from '@autograph/document';
import type { DrawContext } from '@autograph/editor';

/** An element of Excalidraw's file format; the reader of such files fills in what is missing. */
export interface ElementRecord {
  readonly id: string;
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly groupIds: readonly string[];
  readonly frameId: string | null;
  readonly angle?: number;
  readonly containerId?: string | null;
  readonly startBinding?: { readonly elementId: string } | null;
  readonly endBinding?: { readonly elementId: string } | null;
  readonly [property: string]: unknown;
}

/** Kinds that Excalidraw has too, by its names. */
export const kinds: Readonly<Record<string, string>> = {
  rectangle: 'rectangle',
  sticky: 'rectangle',
  ellipse: 'ellipse',
  diamond: 'diamond',
  frame: 'frame',
  text: 'text',
  pen: 'freedraw',
};

/** Where a shape stands: on the page, in its groups (innermost first), in its frame. */
export function placeOf(shape: Shape, { scene }: DrawContext) {
  const groupIds: ShapeId[] = [];
  let frameId: ShapeId | null = null;
  for (
    let up = shape.parent_id === null ? undefined : scene.get(shape.parent_id);
    up;
    up = up.parent_id === null ? undefined : scene.get(up.parent_id)
  ) {
    if (kinds[up.type] === 'frame') {
      frameId = up.id;
      break;
    }
    groupIds.push(up.id);
  }
  const origin = scene.origin(shape);
  return {
    id: shape.id,
    x: origin.x + shape.x,
    y: origin.y + shape.y,
    width: shape.w,
    height: shape.h,
    angle: (shape.rotation * Math.PI) / 180,
    opacity: Math.round((shape.opacity ?? 1) * 100),
    locked: shape.locked ?? false,
    groupIds,
    frameId,
  };
}

export type Place = ReturnType<typeof placeOf>;
