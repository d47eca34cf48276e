import type { Language } from '../language.ts';
import { mermaidLayoutChoice } from '../mermaid/layout-choice.ts';
import { mermaidLook } from '../mermaid/look.ts';
import { reindent } from '../mermaid/reindent.ts';
import { quietFromHeader } from '../mermaid/source.ts';
import { mermaidPalette } from '../mermaid/theme.ts';
import { braceNesting } from '../nesting.ts';
import { deriveClass } from './derive.ts';
import { editClass } from './edit.ts';
import { fixes } from './fixes.ts';
import { classGraph } from './graph.ts';
import type { ClassModel } from './model.ts';
import { parseClass } from './parse.ts';
import { addClass, connectClasses, regroupClass } from './write-structure.ts';

export const manifest: Language<ClassModel> = {
  id: 'mermaid-class',
  family: 'mermaid',
  label: 'Class diagram',
  detect: (source) => /^\s*classDiagram/.test(quietFromHeader(source).text),
  rank: 30,
  nesting: braceNesting,
  parse: parseClass,
  fixes,
  format: (source) => reindent(source, braceNesting),
  graph: classGraph,
  derive: deriveClass,
  look: mermaidLook,
  palette: mermaidPalette,
  layoutChoice: mermaidLayoutChoice,
  edit: editClass,
  connect: connectClasses,
  add: addClass,
  regroup: regroupClass,
};
