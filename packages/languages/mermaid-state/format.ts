import { reindent } from '../mermaid/reindent.ts';
import { braceNesting, type Nesting } from '../nesting.ts';
import { parseState } from './parse.ts';

export const nesting: Nesting = { ...braceNesting, between: /^--$/ };

/** The same text indented by depth; the lines of notes stay as they are. */
export function formatStates(source: string): string {
  const parsed = parseState(source);
  return reindent(source, nesting, parsed.ok ? parsed.model.notes.map(({ textRange }) => textRange) : []);
}
