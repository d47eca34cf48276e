import type { Language } from '../language.ts';
import { mermaidLayoutChoice } from '../mermaid/layout-choice.ts';
import { mermaidLook } from '../mermaid/look.ts';
import { reindent } from '../mermaid/reindent.ts';
import { quietSource } from '../mermaid/source.ts';
import { mermaidPalette } from '../mermaid/theme.ts';
import { deriveEr } from './derive.ts';
import { editEr } from './edit.ts';
import { fixes } from './fixes.ts';
import { erGraph } from './graph.ts';
import type { ErModel } from './model.ts';
import { nesting } from './nesting.ts';
import { parseEr } from './parse.ts';
import { addTable, connectTables, regroupTable } from './write-structure.ts';

export const manifest: Language<ErModel> = {
  id: 'mermaid-er',
  family: 'mermaid',
  label: 'Entity relationship diagram',
  detect: (source) => /^\s*erDiagram/.test(quietSource(source).text),
  rank: 20,
  nesting,
  parse: parseEr,
  fixes,
  format: (source) => reindent(source, nesting),
  graph: erGraph,
  derive: deriveEr,
  look: mermaidLook,
  palette: mermaidPalette,
  layoutChoice: mermaidLayoutChoice,
  edit: editEr,
  connect: connectTables,
  add: addTable,
  regroup: regroupTable,
};
