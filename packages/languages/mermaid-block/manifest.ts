import type { Language } from '../language.ts';
import { mermaidLook } from '../mermaid/look.ts';
import { reindent } from '../mermaid/reindent.ts';
import { quietSource } from '../mermaid/source.ts';
import type { Nesting } from '../nesting.ts';
import { deriveBlocks } from './derive.ts';
import { editBlocks } from './edit.ts';
import { forms } from './edit-block.ts';
import { fixes } from './fixes.ts';
import type { BlockModel } from './model.ts';
import { parseBlocks } from './parse.ts';
import { addBlock, connectBlocks, regroup } from './structure.ts';

const nesting: Nesting = { opens: /^block\b(?!-)(?!.*\bend\s*$)/, closes: /^end\b/ };

export const manifest: Language<BlockModel> = {
  id: 'mermaid-block',
  family: 'mermaid',
  label: 'Block diagram',
  detect: (source) => /^\s*block/.test(quietSource(source).text),
  rank: 50,
  parse: parseBlocks,
  fixes,
  derive: deriveBlocks,
  look: mermaidLook,
  format: (source) => reindent(source, nesting),
  edit: editBlocks,
  forms,
  connect: connectBlocks,
  add: addBlock,
  regroup,
};
