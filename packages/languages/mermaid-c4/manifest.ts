import type { Language } from '../language.ts';
import { mermaidLook } from '../mermaid/look.ts';
import { quietFromHeader } from '../mermaid/source.ts';
import { braceNesting } from '../nesting.ts';
import { deriveC4 } from './derive.ts';
import { editC4 } from './edit.ts';
import { fixes } from './fixes.ts';
import { formatC4 } from './format.ts';
import { c4Graph } from './graph.ts';
import type { C4Model } from './model.ts';
import { parseC4 } from './parse.ts';
import { regroupElement } from './regroup.ts';
import { addElement, connectElements } from './structure.ts';
import { elementOutlines } from './words.ts';

export const manifest: Language<C4Model> = {
  id: 'mermaid-c4',
  family: 'mermaid',
  label: 'C4 diagram',
  detect: (source) => /^\s*C4(?:Context|Container|Component|Dynamic|Deployment)/.test(quietFromHeader(source).text),
  rank: 60,
  nesting: braceNesting,
  parse: parseC4,
  fixes,
  format: formatC4,
  graph: c4Graph,
  derive: deriveC4,
  look: mermaidLook,
  edit: editC4,
  forms: elementOutlines,
  connect: connectElements,
  add: addElement,
  regroup: regroupElement,
};
