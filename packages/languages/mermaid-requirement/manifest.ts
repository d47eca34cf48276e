import type { Language } from '../language.ts';
import { mermaidLayoutChoice } from '../mermaid/layout-choice.ts';
import { mermaidLook } from '../mermaid/look.ts';
import { reindent } from '../mermaid/reindent.ts';
import { quietSource } from '../mermaid/source.ts';
import { braceNesting } from '../nesting.ts';
import { deriveRequirements } from './derive.ts';
import { editRequirements } from './edit.ts';
import { fixes } from './fixes.ts';
import { requirementGraph } from './graph.ts';
import type { RequirementModel } from './model.ts';
import { parseRequirements } from './parse.ts';
import { addRequirement, connectItems } from './structure.ts';
import { requirementTypes } from './words.ts';

export const manifest: Language<RequirementModel> = {
  id: 'mermaid-requirement',
  family: 'mermaid',
  label: 'Requirement diagram',
  detect: (source) => /^\s*requirement(?:Diagram)?/.test(quietSource(source).text),
  rank: 50,
  nesting: braceNesting,
  parse: parseRequirements,
  fixes,
  format: (source) => reindent(source, braceNesting),
  graph: requirementGraph,
  layoutChoice: mermaidLayoutChoice,
  derive: deriveRequirements,
  look: mermaidLook,
  edit: editRequirements,
  kinds: Object.values(requirementTypes),
  connect: connectItems,
  add: addRequirement,
};
