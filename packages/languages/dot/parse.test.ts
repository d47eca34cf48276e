import { expect, it } from 'vitest';
import { parseDot } from './parse.ts';

const problem = (source: string) => {
  const parsed = parseDot(source);
  const [first] = parsed.ok ? parsed.warnings : parsed.diagnostics;
  return first && `${first.line}:${first.column} ${first.message}`;
};

it('says where a text breaks, and what was expected', () => {
  expect(problem('diagram { a }')).toBe('1:1 Expected "graph" or "digraph", but found "diagram".');
  expect(problem('digraph {\n  a -- b\n}')).toBe('2:5 Expected "->", which joins nodes in a digraph, but found "--".');
  expect(problem('graph {\n  a -> b\n}')).toBe('2:5 Expected "--", which joins nodes in a graph, but found "->".');
  expect(problem('digraph {\n  a ->\n}')).toBe('3:1 Expected what the edge leads to, but found "}".');
  expect(problem('digraph {\n  a [color]\n}')).toBe('2:11 Expected "=" and the value of color, but found "]".');
  expect(problem('digraph {\n  a -> b')).toBe('1:9 Expected "}" for the "{" that opens here.');
  expect(problem('digraph { a [label="x }')).toBe('1:20 Expected a closing " for the one here.');
  expect(problem('digraph { a/b }')).toBe('1:12 Expected a name, but found "/". Put names with such signs in quotes.');
  expect(problem('digraph { node }')).toBe('1:16 Expected "[" after "node", but found "}".');
  expect(problem(`digraph ${'{'.repeat(300)}`)).toContain('more than 100 deep');
  const list = (stem: string) => `{${Array.from({ length: 300 }, (_, at) => stem + at).join(' ')}}`;
  expect(problem(`digraph { ${list('a')} -> ${list('b')} }`)).toContain('more than 10,000 edges');
});

it('shows the first graph of several, and says so', () => {
  expect(problem('digraph { a }\n// no more\n')).toBeUndefined();
  expect(problem('digraph { a }\ndigraph { b }')).toContain('Only the first graph');
});
