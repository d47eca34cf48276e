/** Keys with a meaning of their own, unless they are in quotes (https://d2lang.com/tour/keywords). */
export const keywords: ReadonlySet<string> = new Set(
  [
    'label shape icon constraint tooltip link near width height direction top left class classes vars style',
    'grid-rows grid-columns grid-gap vertical-gap horizontal-gap source-arrowhead target-arrowhead layers scenarios steps',
    'opacity stroke fill fill-pattern stroke-width stroke-dash border-radius font font-size font-color bold italic underline',
    'text-transform shadow multiple double-border 3d animated filled',
  ]
    .join(' ')
    .split(' '),
);

/** Keys that hold other boards than the one that is shown. */
export const boards: ReadonlySet<string> = new Set(['layers', 'scenarios', 'steps']);

/** Shapes by the outline that shows them; of several the first is written. */
const shapes: Readonly<Record<string, string>> = {
  rect: 'rectangle square hierarchy',
  note: 'page callout',
  'lean-r': 'parallelogram step',
  doc: 'document',
  cyl: 'cylinder',
  'h-cyl': 'queue',
  folder: 'package',
  'bow-rect': 'stored_data',
  person: 'person c4-person',
  diam: 'diamond',
  ellipse: 'oval',
  circle: 'circle',
  hex: 'hexagon',
  cloud: 'cloud',
  text: 'text code',
};

const outlines = new Map(Object.entries(shapes).flatMap(([outline, names]) => names.split(' ').map((name) => [name, outline] as const)));

/** Outlines that can be written. */
export const outlineNames: ReadonlySet<string> = new Set(Object.keys(shapes));

export function outlineOf(shape: string): string {
  return outlines.get(shape) ?? 'rect';
}

export function shapeOf(outline: string): string | undefined {
  return shapes[outline]?.split(' ')[0];
}

export const shapeNames: ReadonlySet<string> = new Set([...outlines.keys(), 'class', 'sql_table', 'image', 'sequence_diagram']);
