/** Mermaid's shape names by the outline that shows them; the outline's own name counts as one. */
const aliases: Readonly<Record<string, string>> = {
  rect: 'proc process rectangle squareRect square composite rectWithTitle block_arrow collapsedGroup kanbanItem classBox erBox requirementBox usecaseJsonTable',
  rounded: 'event roundedRect round state defaultMindmapNode bpmn-activity',
  stadium: 'terminal pill',
  'fr-rect': 'subprocess subproc framed-rectangle subroutine',
  cyl: 'db database cylinder bpmn-data-store',
  datastore: 'data-store',
  folder: 'directory',
  bucket: '',
  console: '',
  browser: '',
  person: 'usecaseActor usecaseActorHollow usecaseActorAwesome usecaseActorIcon',
  circle: 'circ mindmapCircle bpmn-start bpmn-end',
  ellipse: 'usecaseEllipse usecaseBusiness',
  bang: '',
  cloud: '',
  diam: 'decision diamond question choice bpmn-gateway',
  hex: 'hexagon prepare',
  'lean-r': 'lean-right in-out lean_right',
  'lean-l': 'lean-left out-in lean_left',
  'trap-b': 'priority trapezoid-bottom trapezoid',
  'trap-t': 'manual trapezoid-top inv-trapezoid inv_trapezoid',
  'dbl-circ': 'double-circle doublecircle bpmn-intermediate bpmn-boundary',
  text: 'labelRect',
  'notch-rect': 'card notched-rectangle',
  'lin-rect': 'lined-rectangle lined-process lin-proc shaded-process',
  'sm-circ': 'start small-circle stateStart',
  'fr-circ': 'stop framed-circle stateEnd',
  fork: 'join forkJoin',
  hourglass: 'collate',
  brace: 'comment brace-l bpmn-annotation',
  'brace-r': '',
  braces: '',
  bolt: 'com-link lightning-bolt',
  doc: 'document bpmn-data',
  delay: 'half-rounded-rectangle',
  'h-cyl': 'das horizontal-cylinder',
  'lin-cyl': 'disk lined-cylinder',
  'curv-trap': 'curved-trapezoid display',
  'div-rect': 'div-proc divided-rectangle divided-process',
  tri: 'extract triangle',
  'win-pane': 'internal-storage window-pane',
  'f-circ': 'junction filled-circle anchor',
  'notch-pent': 'loop-limit notched-pentagon',
  'flip-tri': 'manual-file flipped-triangle',
  'sl-rect': 'manual-input sloped-rectangle',
  docs: 'documents st-doc stacked-document',
  'st-rect': 'procs processes stacked-rectangle',
  'bow-rect': 'stored-data bow-tie-rectangle',
  'cross-circ': 'summary crossed-circle',
  'tag-doc': 'tagged-document',
  'tag-rect': 'tagged-rectangle tag-proc tagged-process',
  flag: 'paper-tape',
  odd: 'rect_left_inv_arrow',
  'lin-doc': 'lined-document',
  note: '',
};

/** The outlines that nodes may have. */
export const outlineNames: ReadonlySet<string> = new Set(Object.keys(aliases));

const outlines: ReadonlyMap<string, string> = new Map(
  Object.entries(aliases).flatMap(([outline, names]) => [outline, ...names.split(' ')].map((name) => [name, outline] as const)),
);

/** Names that brackets give, which `@{ shape: … }` does not know. */
const bracketsOnly: ReadonlySet<string> = new Set(['square', 'round', 'ellipse', '']);

/** Whether `@{ shape: name }` is good. */
export function isShapeName(name: string): boolean {
  return !/[A-Z_]/.test(name) && outlines.has(name) && !bracketsOnly.has(name);
}

/** The outline that shows a shape of Mermaid's; a rectangle for none. */
export function outlineOf(shape: string | undefined): string {
  return outlines.get(shape ?? 'rect') ?? 'rect';
}

/** What brackets mean, by their two halves. */
const brackets: Readonly<Record<string, string>> = {
  '[ ]': 'square',
  '((( )))': 'doublecircle',
  '(( ))': 'circle',
  '(- -)': 'ellipse',
  '([ ])': 'stadium',
  '[[ ]]': 'subroutine',
  '[| ]': 'rect',
  '[( )]': 'cylinder',
  '( )': 'round',
  '{ }': 'diamond',
  '{{ }}': 'hexagon',
  '> ]': 'odd',
  '[/ \\]': 'trapezoid',
  '[\\ /]': 'inv_trapezoid',
  '[/ /]': 'lean_right',
  '[\\ \\]': 'lean_left',
};

/** Mermaid's name of the shape that brackets give a node. */
export function bracketShape(open: string, close: string): string {
  return brackets[`${open} ${open === '(-' ? '-)' : close}`] ?? 'square';
}
