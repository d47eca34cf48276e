import { describe, expect, it } from 'vitest';
import { lineOf, namedIn } from './named-values.ts';

const namesOf = (text: string, value = 'x', path = 'a.ts') =>
  namedIn(text, path)
    .values.filter((found) => found.value === value)
    .map(({ of }) => [...of]);

describe('names in sources', () => {
  it.each([
    ["const shape = { type: 'x' };", 'type'],
    ["const shape = { 'type': wide ? 'x' : y };", 'type'],
    ["if (shape.type === 'x') go();", 'type'],
    ["if ('x' !== shape['type']) go();", 'type'],
    ["switch (shape?.type) { case 'x': go(); }", 'type'],
    ["if (['w', 'x'].includes(shape.type)) go();", 'type'],
    ["if (new Set(['x']).has(type)) go();", 'type'],
    ["const go = (type = 'x') => type;", 'type'],
    ["interface Shape { readonly type: 'w' | 'x' }", 'type'],
    ["function go(type: 'x') {}", 'type'],
    ["const schema = z.object({ type: z.string().default('x').describe('y') });", 'type'],
    ["class Shape { type = 'x' as const; }", 'type'],
    ["shape.type = 'x';", 'type'],
    ["editor.setTool('x');", 'setTool'],
    ['const shape = { type: `x` };', 'type'],
  ])('says what a string is a value of: %s', (text, place) => {
    expect(namesOf(text).flat()).toContain(place);
  });

  it('says so in JSX too', () => {
    expect(namesOf('<Export format="x" />', 'x', 'a.tsx')).toEqual([['format']]);
    expect(namesOf("<Export format={'x'} />", 'x', 'a.tsx')).toEqual([['format']]);
  });

  it.each([
    "const shape = { kind: 'x', type };",
    "if (typeof type === kind) go('x');",
    "const type = labelOf('x').length;",
    "import x from 'x';",
  ])('leaves other strings alone: %s', (text) => {
    expect(namesOf(text).flat()).not.toContain('type');
  });

  it('finds what is listed together, with its line', () => {
    const listed = (text: string) => namedIn(text, 'a.ts').lists.map(({ values, at }) => [lineOf(text, at), ...values]);
    expect(listed("\nconst all = ['a', 'b'];")).toEqual([[2, 'a', 'b']]);
    expect(listed("type All = 'a' | 'b';")).toEqual([[1, 'a', 'b']]);
    expect(listed('const icons = { a: A, b: B };')).toEqual([[1, 'a', 'b']]);
  });
});
