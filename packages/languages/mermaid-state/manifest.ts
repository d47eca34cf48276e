import type { Language } from '../language.ts';
import { mermaidLayoutChoice } from '../mermaid/layout-choice.ts';
import { mermaidLook } from '../mermaid/look.ts';
import { quietFromHeader } from '../mermaid/source.ts';
import { mermaidPalette } from '../mermaid/theme.ts';
import { addState } from './add-state.ts';
import { connectStates } from './connect.ts';
import { deriveState } from './derive.ts';
import { editState } from './edit.ts';
import { fixes } from './fixes.ts';
import { formatStates, nesting } from './format.ts';
import { stateGraph } from './graph.ts';
import type { StateModel } from './model.ts';
import { parseState } from './parse.ts';
import { regroup } from './regroup.ts';
import { stateOutlines } from './view.ts';

export const manifest: Language<StateModel> = {
  id: 'mermaid-state',
  family: 'mermaid',
  label: 'State diagram',
  detect: (source) => /^\s*stateDiagram/.test(quietFromHeader(source).text),
  rank: 40,
  nesting,
  parse: parseState,
  fixes,
  format: formatStates,
  graph: stateGraph,
  derive: deriveState,
  look: mermaidLook,
  palette: mermaidPalette,
  layoutChoice: mermaidLayoutChoice,
  edit: editState,
  forms: stateOutlines,
  connect: connectStates,
  add: addState,
  regroup,
};
