import type { Language } from '../language.ts';
import { mermaidLook } from '../mermaid/look.ts';
import { reindent } from '../mermaid/reindent.ts';
import { quietFromHeader } from '../mermaid/source.ts';
import type { Nesting } from '../nesting.ts';
import { deriveArchitecture } from './derive.ts';
import { editArchitecture } from './edit.ts';
import { fixes } from './fixes.ts';
import { architectureGraph } from './graph.ts';
import { layoutArchitecture } from './layout.ts';
import type { ArchitectureModel } from './model.ts';
import { parseArchitecture } from './parse.ts';
import { addService, connectServices, regroup } from './structure.ts';
import { nodeOutlines } from './view.ts';

/** Groups hold what says so, wherever it stands: no line lies within another. */
const nesting: Nesting = { opens: /(?!)/, closes: /(?!)/ };

/** Texts of several lines, which Mermaid reads as they are, and what it passes over. */
function verbatim(source: string) {
  const found = source.matchAll(/---[\t ]*\r?\n(?:[\s\S]*?\r?\n)?---|\['[^']*'\]/g);
  return [...found].map(({ index, 0: text }) => ({ from: index, to: index + text.length }));
}

export const manifest: Language<ArchitectureModel> = {
  id: 'mermaid-architecture',
  family: 'mermaid',
  label: 'Architecture diagram',
  detect: (source) => /^\s*architecture/.test(quietFromHeader(source).text),
  rank: 50,
  parse: parseArchitecture,
  fixes,
  format: (source) => reindent(source, nesting, verbatim(source)),
  graph: architectureGraph,
  layout: layoutArchitecture,
  derive: deriveArchitecture,
  look: mermaidLook,
  edit: editArchitecture,
  forms: nodeOutlines,
  connect: connectServices,
  add: addService,
  regroup,
};
