import { outlineNames } from './outlines/index.ts';
import { nodePresets } from './presets.ts';

/** Those that nobody draws alone, and so have no ready-made shape. */
const others: Readonly<Record<string, string>> = {
  rect: 'Rectangle',
  diam: 'Diamond',
  ellipse: 'Ellipse',
  odd: 'Tag',
  'lean-l': 'Parallelogram to the left',
  'trap-t': 'Trapezoid upside down',
  'lin-rect': 'Rectangle with a bar',
  'div-rect': 'Divided rectangle',
  'win-pane': 'Window pane',
  'tag-rect': 'Tagged rectangle',
  'sl-rect': 'Sloped rectangle',
  'flip-tri': 'Triangle upside down',
  hourglass: 'Hourglass',
  'notch-pent': 'Pentagon',
  'curv-trap': 'Display',
  'lin-doc': 'Document with a bar',
  'tag-doc': 'Tagged document',
  'cross-circ': 'Crossed circle',
  'sm-circ': 'Small circle',
  'f-circ': 'Dot',
  'fr-circ': 'Framed dot',
  fork: 'Bar',
  bang: 'Bang',
  bolt: 'Lightning',
  text: 'Text alone',
  'brace-r': 'Brace on the right',
  braces: 'Braces',
};

const ready = new Map(nodePresets.map(({ label, props }) => [props.outline, label]));

/** The outlines of a node, the usual ones first. */
export const nodeForms: readonly { readonly id: string; readonly label: string }[] = [
  'rect',
  'rounded',
  'stadium',
  'diam',
  'circle',
  'cyl',
  'hex',
  ...outlineNames,
]
  .filter((id, at, all) => all.indexOf(id) === at)
  .map((id) => ({ id, label: ready.get(id) ?? others[id] ?? id }));
