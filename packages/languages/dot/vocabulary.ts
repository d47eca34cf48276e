/** Graphviz's node shapes by the outline that shows them; of several the first is written. */
const shapes: Readonly<Record<string, string>> = {
  rect: 'box rect rectangle square Msquare polygon',
  ellipse: 'ellipse oval egg',
  circle: 'circle Mcircle',
  'dbl-circ': 'doublecircle doubleoctagon tripleoctagon',
  'f-circ': 'point',
  diam: 'diamond Mdiamond',
  hex: 'hexagon octagon septagon pentagon',
  cyl: 'cylinder',
  note: 'note',
  folder: 'folder tab',
  'fr-rect': 'component',
  'st-rect': 'box3d',
  'lean-r': 'parallelogram',
  'trap-b': 'trapezium house',
  'trap-t': 'invtrapezium invhouse',
  tri: 'triangle',
  'flip-tri': 'invtriangle',
  text: 'plaintext plain none underline',
  bang: 'star',
  odd: 'cds',
  doc: 'signature',
};

const outlines = new Map(Object.entries(shapes).flatMap(([outline, names]) => names.split(' ').map((name) => [name, outline] as const)));

/** With rounded corners, which are a style. */
const rounded = 'rounded';

/** Outlines that can be written. */
export const outlineNames: ReadonlySet<string> = new Set([...Object.keys(shapes), rounded]);

/** The outline that shows a shape; a rectangle for those of biology and circuits. */
export function outlineOf(shape: string, styles: readonly string[]): string {
  const outline = outlines.get(shape) ?? 'rect';
  return outline === 'rect' && styles.includes(rounded) ? rounded : outline;
}

export function shapeOf(outline: string): string | undefined {
  return (outline === rounded ? shapes.rect : shapes[outline])?.split(' ')[0];
}
