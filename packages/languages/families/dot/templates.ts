import type { Template } from '../family.ts';

/** Starting points that show what each kind of diagram is for. */
export const templates: readonly Template[] = [
  {
    label: 'Directed graph',
    lead: 'Nodes, edges and clusters',
    source: `digraph {
  rankdir=LR
  node [shape=box, style=rounded]
  client [label="Client"]
  subgraph cluster_backend {
    label="Backend"
    api [label="API"]
    worker [label="Worker"]
    api -> worker [label="queues"]
  }
  db [label="Database", shape=cylinder]
  client -> api
  {api worker} -> db
}`,
  },
  {
    label: 'Records',
    lead: 'Boxes with fields',
    source: `digraph {
  node [shape=record]
  animal [label="{Animal|name : string\\lage : int\\l|speak()\\l}"]
  dog [label="{Dog||fetch()\\lbark()\\l}"]
  dog -> animal [arrowhead=empty]
}`,
  },
];
