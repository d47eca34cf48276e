const flowchart = ['-->', '---', '-.->', '-.-', '==>', '===', '--x', '--o', '<-->', 'o--o', '~~~', '-->|text|'];
const states = ['-->'];

/** What joins things, by the word that opens the diagram; the usual one first. */
export const arrowsByKind: Readonly<Record<string, readonly string[]>> = {
  flowchart,
  graph: flowchart,
  sequenceDiagram: ['->>', '-->>', '->', '-->', '-)', '--)', '-x', '--x', '<<->>', '<<-->>'],
  erDiagram: ['||--o{', '||--|{', '||--||', '||--o|', '}o--||', '}o--o{', '}|--||', '}|..|{', '|o--o{', '||..o{'],
  classDiagram: ['-->', '--', '<|--', '--|>', '*--', '--*', 'o--', '--o', '..>', '<..', '..|>', '<|..', '..'],
  stateDiagram: states,
  'stateDiagram-v2': states,
  requirementDiagram: ['- satisfies ->', '- traces ->', '- contains ->', '- derives ->', '- refines ->', '- verifies ->', '- copies ->'],
  'architecture-beta': ['--', '-->', '<--', '<-->'],
  block: ['-->', '---', '==>', '-.->'],
  'block-beta': ['-->', '---', '==>', '-.->'],
};
