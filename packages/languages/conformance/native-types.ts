/** The diagram types of Mermaid that become shapes, by the names of the corpus. */
export const nativeTypes = [
  'flowchart',
  'sequence',
  'er',
  'class',
  'state',
  'gantt',
  'gitgraph',
  'mindmap',
  'timeline',
  'kanban',
  'requirement',
  'c4',
  'architecture',
  'block',
] as const;
