import type { NodeOutline } from '../outline.ts';
import { braces } from './braces.ts';
import { circles } from './circles.ts';
import { documents } from './documents.ts';
import { pictures } from './pictures.ts';
import { polygons } from './polygons.ts';
import { rectangles } from './rectangles.ts';
import { storage } from './storage.ts';

/** Every outline of a diagram's node by name; the names are the short ones of Mermaid (https://mermaid.js.org/syntax/flowchart.html). */
const byName: ReadonlyMap<string, NodeOutline> = new Map<string, NodeOutline>(
  Object.entries({ ...rectangles, ...polygons, ...circles, ...storage, ...documents, ...pictures, ...braces }),
);

export const outlineNames: readonly string[] = [...byName.keys()];

/** An outline by name; the rectangle for a name that there is not. */
export function nodeOutline(name: string | undefined): NodeOutline {
  return byName.get(name ?? 'rect') ?? rectangles.rect;
}
