import type { Shape } from '@autograph/document';

/** Colours that tell kinds of steps apart when a text does not colour them itself. */
const families: Readonly<Record<string, Shape['fill']>> = {
  diam: 'yellow',
  hex: 'yellow',
  'notch-pent': 'yellow',
  cyl: 'green',
  'lin-cyl': 'green',
  'h-cyl': 'green',
  datastore: 'green',
  bucket: 'green',
  'bow-rect': 'green',
  'win-pane': 'green',
  circle: 'purple',
  'dbl-circ': 'purple',
  stadium: 'purple',
  person: 'purple',
  'lean-r': 'orange',
  'lean-l': 'orange',
  doc: 'orange',
  docs: 'orange',
  'lin-doc': 'orange',
  'tag-doc': 'orange',
  flag: 'orange',
  note: 'yellow',
  'sl-rect': 'orange',
  cloud: 'grey',
  fork: 'black',
  'sm-circ': 'black',
  'fr-circ': 'black',
  'f-circ': 'black',
};

const plainInk: ReadonlySet<string> = new Set(['text', 'brace', 'brace-r', 'braces']);

/** The colours of a node of this outline that the text does not colour. */
export function outlineTone(outline: string): Pick<Shape, 'fill' | 'stroke'> {
  const tone = plainInk.has(outline) ? 'grey' : (families[outline] ?? 'blue');
  return tone === 'black' ? { stroke: 'black' } : { fill: tone, stroke: tone };
}
