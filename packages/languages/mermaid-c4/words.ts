/** How the statements of a C4 diagram are read: their kind, and which of their arguments are what (https://mermaid.js.org/syntax/c4.html). */
export interface StatementForm {
  readonly kind: 'element' | 'boundary' | 'relation' | 'element_style' | 'relation_style' | 'layout';
  /** What Mermaid calls it. */
  readonly type: string;
  readonly arguments: readonly string[];
  /** A boundary's type that the word itself says. */
  readonly means?: string;
  /** The first argument says nothing. */
  readonly numbered?: boolean;
}

const system = ['alias', 'label', 'descr', 'sprite', 'tags', 'link'];
const container = ['alias', 'label', 'techn', 'descr', 'sprite', 'tags', 'link'];
const boundary = ['alias', 'label', 'type', 'tags', 'link'];
const node = ['alias', 'label', 'type', 'descr', 'sprite', 'tags', 'link'];
const relation = ['from', 'to', 'label', 'techn', 'descr', 'sprite', 'tags', 'link'];
const elementStyle = [
  'alias',
  'bgColor',
  'fontColor',
  'borderColor',
  'shadowing',
  'shape',
  'sprite',
  'techn',
  'legendText',
  'legendSprite',
];

/** The six variants of systems, containers and components. */
function family(word: string, type: string, args: readonly string[]): readonly (readonly [string, StatementForm])[] {
  return ['', 'Db', 'Queue'].flatMap((form) =>
    ['', '_Ext'].map((suffix) => {
      const full = `${suffix ? 'external_' : ''}${type}${form ? `_${form.toLowerCase()}` : ''}`;
      return [`${word}${form}${suffix}`, { kind: 'element', type: full, arguments: args }] as const;
    }),
  );
}

const relations = [
  ['Rel', 'rel'],
  ['BiRel', 'birel'],
  ['Rel_Up', 'rel_u'],
  ['Rel_U', 'rel_u'],
  ['Rel_Down', 'rel_d'],
  ['Rel_D', 'rel_d'],
  ['Rel_Left', 'rel_l'],
  ['Rel_L', 'rel_l'],
  ['Rel_Right', 'rel_r'],
  ['Rel_R', 'rel_r'],
  ['Rel_Back', 'rel_b'],
] as const;

export const forms: ReadonlyMap<string, StatementForm> = new Map<string, StatementForm>([
  ['Person', { kind: 'element', type: 'person', arguments: system }],
  ['Person_Ext', { kind: 'element', type: 'external_person', arguments: system }],
  ...family('System', 'system', system),
  ...family('Container', 'container', container),
  ...family('Component', 'component', container),
  ['Boundary', { kind: 'boundary', type: 'system', arguments: boundary }],
  ['Enterprise_Boundary', { kind: 'boundary', type: 'system', arguments: boundary, means: 'ENTERPRISE' }],
  ['System_Boundary', { kind: 'boundary', type: 'system', arguments: boundary, means: 'SYSTEM' }],
  ['Container_Boundary', { kind: 'boundary', type: 'container', arguments: boundary, means: 'CONTAINER' }],
  ['Deployment_Node', { kind: 'boundary', type: 'node', arguments: node }],
  ['Node', { kind: 'boundary', type: 'node', arguments: node }],
  ['Node_L', { kind: 'boundary', type: 'node', arguments: node }],
  ['Node_R', { kind: 'boundary', type: 'node', arguments: node }],
  ...relations.map(([word, type]) => [word, { kind: 'relation', type, arguments: relation }] as const),
  ['RelIndex', { kind: 'relation', type: 'rel', arguments: relation, numbered: true }],
  ['UpdateElementStyle', { kind: 'element_style', type: '', arguments: elementStyle }],
  ['UpdateRelStyle', { kind: 'relation_style', type: '', arguments: ['from', 'to', 'textColor', 'lineColor', 'offsetX', 'offsetY'] }],
  ['UpdateLayoutConfig', { kind: 'layout', type: '', arguments: [] }],
]);

const outlines = { db: 'cyl', queue: 'h-cyl' } as const;

/** The outline that an element is drawn in. */
export function outlineOf(type: string): string {
  if (type.endsWith('person')) return 'person';
  const form = /_(db|queue)$/.exec(type)?.[1];
  return form === 'db' || form === 'queue' ? outlines[form] : 'rect';
}

/** The outlines that elements can have. */
export const elementOutlines: ReadonlySet<string> = new Set(['rect', 'person', ...Object.values(outlines)]);

/** The word of an element in another outline: of the same level, people apart. */
export function wordIn(outline: string, word: string): string | undefined {
  const [, level = '', suffix = ''] = /^(Person|System|Container|Component)(?:Db|Queue)?(_Ext)?$/.exec(word) ?? [];
  if (level === '' || !elementOutlines.has(outline)) return undefined;
  if (outline === 'person') return `Person${suffix}`;
  const form = outline === outlines.db ? 'Db' : outline === outlines.queue ? 'Queue' : '';
  return `${level === 'Person' ? 'System' : level}${form}${suffix}`;
}
