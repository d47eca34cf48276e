import { reindent } from '../mermaid/reindent.ts';
import { braceNesting } from '../nesting.ts';
import { parseC4 } from './parse.ts';

/** The same text indented by depth; arguments that go on over lines stay as they are. */
export function formatC4(source: string): string {
  const parsed = parseC4(source);
  if (!parsed.ok) return source;
  const { elements, boundaries, relations, styles } = parsed.model;
  const calls = [...[...elements, ...boundaries, ...relations].flatMap((found) => found.calls), ...styles.map(({ call }) => call)];
  return reindent(
    source,
    braceNesting,
    calls.flatMap((call) => call.arguments.map(({ whole }) => whole)),
  );
}
