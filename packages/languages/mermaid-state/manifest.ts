import type { Language } from '../language.ts';
import { quietSource } from '../mermaid/source.ts';
import { deriveState } from './derive.ts';
import { editState } from './edit.ts';
import { stateGraph } from './graph.ts';
import type { StateModel } from './model.ts';
import { parseState } from './parse.ts';

export const manifest: Language<StateModel> = {
  id: 'mermaid-state',
  family: 'mermaid',
  label: 'State diagram',
  detect: (source) => /^\s*stateDiagram/.test(quietSource(source).text),
  rank: 40,
  parse: parseState,
  graph: stateGraph,
  derive: deriveState,
  edit: editState,
};
