import type { PaletteColor } from '@autograph/document';
import type { NodeShape } from '@autograph/shapes/node/node-shape.ts';
import { labelText } from '../mermaid/label.ts';
import { type MindModel, type MindNode, type MindShape, mindShapes } from './model.ts';

const outlines: Readonly<Record<MindShape, string>> = {
  default: 'stadium',
  rounded: 'rounded',
  square: 'rect',
  circle: 'circle',
  cloud: 'cloud',
  bang: 'bang',
  hexagon: 'hex',
};

/** The outlines that nodes can have. */
export const forms: ReadonlySet<string> = new Set(Object.values(outlines));

/** The shape that an outline is drawn for. */
export function mindShape(outline: string): MindShape | undefined {
  return mindShapes.find((shape) => outlines[shape] === outline);
}

/** The colours of the root's branches, in turn. */
const branchColors: readonly PaletteColor[] = ['purple', 'green', 'orange', 'red', 'yellow', 'blue', 'grey'];

/** How deep a node lies, and which of the root's branches it is on. */
export interface Place {
  readonly depth: number;
  readonly branch: number;
}

/** The place of every node, in the order of the text. */
export function placesOf({ nodes }: MindModel): readonly Place[] {
  const places: Place[] = [];
  let branches = 0;
  for (const { parent } of nodes) {
    const above = parent === undefined ? undefined : places[parent];
    if (!above) places.push({ depth: 0, branch: -1 });
    else if (above.depth > 0) places.push({ depth: above.depth + 1, branch: above.branch });
    else {
      places.push({ depth: 1, branch: branches });
      branches += 1;
    }
  }
  return places;
}

export function branchColor({ branch }: Place): PaletteColor {
  return branch < 0 ? 'blue' : (branchColors[branch % branchColors.length] ?? 'blue');
}

export function mindText({ label }: MindNode): string {
  return labelText(label.text);
}

/** The root and its branches are full of colour, what lies deeper is pale; nodes without brackets have no border. */
export function mindLook(node: MindNode, place: Place): Partial<NodeShape> {
  const color = branchColor(place);
  const full = place.depth < 2;
  return {
    text: mindText(node),
    markdown: true,
    outline: outlines[node.shape],
    fill: color,
    fill_style: full ? 'solid' : 'soft',
    stroke: full || node.shape === 'default' ? 'none' : color,
    stroke_width: 1.25,
    font_size: place.depth === 0 ? 18 : place.depth === 1 ? 15 : 14,
    bold: place.depth === 0,
  };
}
