import type { ShapePreset } from '@autograph/editor';
import type { NodeShape } from './node-shape.ts';
import { nodeOutline } from './outlines/index.ts';

/** The label that an outline is made large enough for, px. */
const label = { w: 88, h: 18 };

const preset = (outline: string, name: string, ...aliases: readonly string[]): ShapePreset<NodeShape> => {
  const { w, h } = nodeOutline(outline).size(label);
  return { label: name, aliases, props: { outline, w: Math.ceil(w), h: Math.ceil(h) } };
};

/** Outlines that are worth drawing without a diagram's text. */
export const nodePresets: readonly ShapePreset<NodeShape>[] = [
  preset('rounded', 'Rounded rectangle', 'service', 'component'),
  preset('stadium', 'Pill', 'stadium', 'start', 'end', 'terminal'),
  preset('cyl', 'Cylinder', 'database', 'db', 'store'),
  preset('h-cyl', 'Horizontal cylinder', 'queue', 'pipe', 'stream', 'topic'),
  preset('lin-cyl', 'Disk', 'storage'),
  preset('bucket', 'Bucket', 's3', 'object storage'),
  preset('datastore', 'Data store', 'data flow'),
  preset('cloud', 'Cloud', 'internet', 'external'),
  preset('person', 'Person', 'user', 'actor', 'customer'),
  preset('browser', 'Browser window', 'web app', 'frontend', 'page'),
  preset('console', 'Console', 'terminal', 'command line', 'cli'),
  preset('doc', 'Document', 'file', 'report'),
  preset('docs', 'Documents', 'files'),
  preset('folder', 'Folder', 'package', 'directory'),
  preset('note', 'Note', 'comment'),
  preset('hex', 'Hexagon', 'prepare', 'microservice'),
  preset('lean-r', 'Parallelogram', 'input', 'output', 'data'),
  preset('trap-b', 'Trapezoid', 'priority', 'manual'),
  preset('tri', 'Triangle', 'extract'),
  preset('circle', 'Circle node', 'state', 'event'),
  preset('dbl-circ', 'Double circle', 'stop', 'final state'),
  preset('fr-rect', 'Framed rectangle', 'subroutine', 'subprocess'),
  preset('st-rect', 'Stacked rectangles', 'processes', 'replicas', 'instances'),
  preset('delay', 'Delay', 'wait'),
  preset('bow-rect', 'Stored data', 'bow tie'),
  preset('notch-rect', 'Card', 'notched rectangle'),
  preset('flag', 'Flag', 'paper tape', 'milestone'),
  preset('brace', 'Brace', 'comment left'),
];
