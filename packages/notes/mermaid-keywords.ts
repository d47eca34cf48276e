/** Words that open a Mermaid diagram, with what they open. */
export const diagramKinds: Readonly<Record<string, string>> = {
  flowchart: 'Flowchart',
  graph: 'Flowchart',
  sequenceDiagram: 'Sequence diagram',
  erDiagram: 'Entity relationships',
  classDiagram: 'Classes',
  stateDiagram: 'States',
  'stateDiagram-v2': 'States',
  journey: 'User journey',
  gantt: 'Gantt chart',
  pie: 'Pie chart',
  mindmap: 'Mind map',
  timeline: 'Timeline',
  gitGraph: 'Git branches',
  quadrantChart: 'Quadrants',
  requirementDiagram: 'Requirements',
  C4Context: 'C4 context',
  C4Container: 'C4 containers',
  C4Component: 'C4 components',
  kanban: 'Kanban board',
  'architecture-beta': 'Architecture',
  'block-beta': 'Blocks',
  'packet-beta': 'Packet',
  'sankey-beta': 'Sankey',
  'xychart-beta': 'Chart',
  'radar-beta': 'Radar',
  'treemap-beta': 'Treemap',
};

/** Words with a meaning inside diagrams, by the word that opens the diagram. */
export const wordsByKind: Readonly<Record<string, readonly string[]>> = {
  flowchart: ['subgraph', 'end', 'direction', 'TB', 'TD', 'BT', 'LR', 'RL', 'classDef', 'class', 'style', 'linkStyle', 'click'],
  sequenceDiagram: [
    'participant',
    'actor',
    'create',
    'destroy',
    'as',
    'activate',
    'deactivate',
    'Note',
    'over',
    'left of',
    'right of',
    'loop',
    'alt',
    'else',
    'opt',
    'par',
    'and',
    'critical',
    'option',
    'break',
    'rect',
    'box',
    'end',
    'autonumber',
    'title',
  ],
  erDiagram: ['direction', 'PK', 'FK', 'UK', 'string', 'int', 'float', 'boolean', 'date', 'classDef', 'class', 'style'],
  classDiagram: ['class', 'namespace', 'direction', 'note', 'style', 'classDef', 'cssClass', 'link', 'callback'],
  stateDiagram: ['state', 'direction', 'note', 'end note', 'as', 'fork', 'join', 'choice', 'classDef', 'class'],
  gantt: ['title', 'dateFormat', 'axisFormat', 'section', 'excludes', 'todayMarker', 'done', 'active', 'crit', 'milestone', 'after'],
};

/** Other words for the same kind. */
export const kindAliases: Readonly<Record<string, string>> = { graph: 'flowchart', 'stateDiagram-v2': 'stateDiagram' };

/** The word that opens the diagram in this source, past front matter, directives and comments. */
export function kindWord(source: string): string | undefined {
  const body = source.replace(/^\s*---\r?\n[\s\S]*?\r?\n---[^\n]*\r?\n/, '').replace(/%%\{[\s\S]*?\}%%/g, '');
  const line = body.split('\n').find((candidate) => candidate.trim() !== '' && !candidate.trim().startsWith('%%'));
  const word = line?.trim().match(/^[\w-]+/)?.[0];
  return word !== undefined && word in diagramKinds ? (kindAliases[word] ?? word) : undefined;
}
