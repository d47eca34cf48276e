import type { Language } from '../language.ts';
import { reindent } from '../mermaid/reindent.ts';
import { quietFromHeader } from '../mermaid/source.ts';
import { deriveGit } from './derive.ts';
import { editGit } from './edit.ts';
import { fixes } from './fixes.ts';
import type { GitModel } from './model.ts';
import { parseGit } from './parse.ts';
import { addCommit, connectCommits } from './structure.ts';

/** No line lies within another. */
const flat = { opens: /(?!)/, closes: /(?!)/ };

export const manifest: Language<GitModel> = {
  id: 'mermaid-git',
  family: 'mermaid',
  label: 'Git graph',
  detect: (source) => /^\s*gitGraph/.test(quietFromHeader(source).text),
  rank: 20,
  parse: parseGit,
  fixes,
  format: (source) => reindent(source, flat),
  derive: deriveGit,
  edit: editGit,
  connect: connectCommits,
  add: addCommit,
};
