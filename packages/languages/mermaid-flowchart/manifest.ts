import type { Language } from '../language.ts';
import { mermaidLayoutChoice } from '../mermaid/layout-choice.ts';
import { mermaidLook } from '../mermaid/look.ts';
import { quietSource } from '../mermaid/source.ts';
import { mermaidPalette } from '../mermaid/theme.ts';
import { addNode } from './add-node.ts';
import { connectNodes } from './connect.ts';
import { deriveFlowchart } from './derive.ts';
import { editFlowchart } from './edit.ts';
import { fixes } from './fixes.ts';
import { formatFlowchart } from './format.ts';
import { flowGraph } from './graph.ts';
import type { FlowModel } from './model.ts';
import { nesting } from './nesting.ts';
import { readFlowchart } from './read.ts';
import { regroup } from './regroup.ts';
import { outlineNames } from './shape-names.ts';
import { writeFlowchart } from './write.ts';

export const manifest: Language<FlowModel> = {
  id: 'mermaid-flowchart',
  family: 'mermaid',
  label: 'Flowchart',
  rank: 10,
  detect: (source) => /^\s*(?:flowchart|graph)/.test(quietSource(source).text),
  nesting,
  parse: readFlowchart,
  fixes,
  format: formatFlowchart,
  graph: flowGraph,
  derive: deriveFlowchart,
  look: mermaidLook,
  palette: mermaidPalette,
  layoutChoice: mermaidLayoutChoice,
  edit: editFlowchart,
  forms: outlineNames,
  connect: connectNodes,
  add: addNode,
  regroup,
  write: writeFlowchart,
};
