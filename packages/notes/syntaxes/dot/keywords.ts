export const keywords: readonly string[] = ['digraph', 'graph', 'subgraph', 'node', 'edge', 'strict'];

export const attributes: readonly string[] = [
  'label shape style color fillcolor fontcolor fontsize penwidth rankdir dir arrowhead arrowtail xlabel headlabel taillabel',
  'bgcolor pencolor rank nodesep ranksep splines weight',
].flatMap((line) => line.split(' '));

/** What some of them may be. */
export const values: readonly string[] = [
  'box ellipse circle doublecircle diamond hexagon cylinder note folder component box3d parallelogram trapezium triangle plaintext record',
  'filled rounded dashed dotted bold invis LR RL TB BT forward back both none normal vee empty crow tee dot odot odiamond same',
].flatMap((line) => line.split(' '));
