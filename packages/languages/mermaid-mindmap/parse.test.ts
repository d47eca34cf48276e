import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MindModel, mindShapes } from './model.ts';
import { parseMindmap } from './parse.ts';

function model(source: string): MindModel {
  const parsed = parseMindmap(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.model;
}

/** Every node with what it belongs to. */
const tree = (source: string) => {
  const { nodes } = model(source);
  return nodes.map(({ label, parent }) => (parent === undefined ? label.text : `${nodes[parent]?.label.text} > ${label.text}`));
};

describe('a mind map', () => {
  it('goes by how far its lines are indented', () => {
    expect(tree('mindmap\n  Root\n    A\n      B\n    C\n')).toEqual(['Root', 'Root > A', 'A > B', 'Root > C']);
  });

  it('reads unclear indents as Mermaid does: below the last line that is indented less', () => {
    expect(tree('mindmap\nRoot\n    A\n        B\n      C')).toEqual(['Root', 'Root > A', 'A > B', 'A > C']);
  });

  it('knows shapes by their brackets', () => {
    const { nodes } = model('mindmap\nroot\n a\n b(x)\n c[x]\n d((x))\n e)x(\n f))x((\n g{{x}}');
    expect(nodes.slice(1).map(({ shape }) => shape)).toEqual(mindShapes);
  });

  it('reads quotes, icons, classes and comments', () => {
    const { nodes } = model(
      'mindmap\n  root["a (b) [c]"]\n    %% aside\n    ::icon(fa fa-book)\n    :::urgent large\n    id["`**bold**\n    line`"]',
    );
    expect(nodes).toMatchObject([
      { label: { text: 'a (b) [c]' }, icon: 'fa fa-book', classes: 'urgent large' },
      { id: { text: 'id' }, label: { text: '**bold**\n    line' } },
    ]);
  });

  it('tells where it is wrong', () => {
    const wrong = (source: string) => {
      const parsed = parseMindmap(source);
      return parsed.ok ? undefined : parsed.diagnostics[0];
    };
    expect(wrong('mindmap\n  A\n  B')).toMatchObject({ line: 3, column: 3, message: expect.stringContaining('one root') });
    expect(wrong('mindmap\n  A\n    b[c')).toMatchObject({ line: 3, message: expect.stringContaining('bracket that closes') });
    expect(wrong('mindmap\n  ::icon(x)\n  A')).toMatchObject({ line: 2, message: expect.stringContaining('node before it') });
    expect(wrong('mindmap')).toMatchObject({ message: expect.stringContaining('a node') });
  });
});

describe('properties', () => {
  it('reads back what is printed', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{2,6}(?: [a-z]{2,6})?$/).filter((text) => !/^mindmap/i.test(text));
    fc.assert(
      fc.property(fc.array(fc.record({ name, up: fc.nat(3) }), { minLength: 1, maxLength: 15 }), (steps) => {
        const depths: number[] = [];
        for (const [at, { up }] of steps.entries()) depths.push(at === 0 ? 0 : Math.max(1, (depths[at - 1] ?? 0) + 1 - up));
        const text = steps.map((step, at) => `${'  '.repeat((depths[at] ?? 0) + 1)}${step.name}`).join('\n');
        const { nodes } = model(`mindmap\n${text}`);
        expect(nodes.map(({ label }) => label.text)).toEqual(steps.map((step) => step.name));
        const depthOf = (at: number): number => (nodes[at]?.parent === undefined ? 0 : depthOf(nodes[at]?.parent ?? 0) + 1);
        expect(nodes.map((_, at) => depthOf(at))).toEqual(depths);
      }),
    );
  });

  it('answers any text', () => {
    const bits = fc.constantFrom(
      '\n',
      ' ',
      '   ',
      'a',
      '(',
      ')',
      '[',
      ']',
      '{{',
      '}}',
      '-)',
      '"',
      '`',
      '::icon(',
      ':::',
      '%%',
      '#',
      ';',
      'é',
      '\u0000',
      '@{',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits, { maxLength: 60 }).map((parts) => `mindmap\n${parts.join('')}`),
        ),
        (source) => {
          const parsed = parseMindmap(source);
          for (const { from, to } of parsed.ok ? parsed.warnings : parsed.diagnostics) {
            expect(from).toBeLessThanOrEqual(to);
            expect(to).toBeLessThanOrEqual(source.length);
          }
        },
      ),
    );
  });
});
