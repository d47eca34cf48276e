import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { editMindmap } from './edit.ts';
import { mindText } from './look.ts';
import { parseMindmap } from './parse.ts';

const source = `mindmap
  root((Launch))
    Product
      Pricing
      %% later
      Onboarding
    market["The market"]
      Website
      ::icon(fa fa-globe)
    Support
`;
const block: Block = { id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };

function edit(edits: readonly DerivedShapeEdit[], on: Block = block): BlockEdit {
  const parsed = parseMindmap(on.source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  const result = editMindmap(parsed.model, on, edits);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const change = (node_id: string, changes: object): DerivedShapeEdit => ({ kind: 'change', node_id, change: { ...changes } });
const remove = (node_id: string): DerivedShapeEdit => ({ kind: 'remove', node_id });
const after = (edits: readonly DerivedShapeEdit[], on: Block = block) => applyBlockEdit(on, edit(edits, on)).source;

describe('renaming', () => {
  it('changes words in place, in brackets and in quotes too', () => {
    expect(after([change('Pricing', { text: 'Prices' })])).toBe(source.replace('Pricing', 'Prices'));
    expect(after([change('root', { text: 'Start' })])).toBe(source.replace('Launch', 'Start'));
    expect(after([change('market', { text: 'Say "hi"' })])).toBe(source.replace('The market', 'Say #34;hi#34;'));
  });

  it('escapes what would be a bracket or a keyword', () => {
    expect(after([change('Pricing', { text: 'Prices (new)' })])).toBe(source.replace('Pricing', 'Prices #40;new#41;'));
    expect(after([change('Pricing', { text: 'mindmap' })])).toBe(source.replace('Pricing', '#109;indmap'));
  });

  it('keeps the place of what is renamed', () => {
    const placed = { ...block, layout: { Pricing: { x: 5, y: 6, pinned: true } } };
    expect(applyBlockEdit(placed, edit([change('Pricing', { text: 'Prices' })], placed)).layout).toEqual({
      Prices: { x: 5, y: 6, pinned: true },
    });
  });
});

describe('moving', () => {
  it('pins a node and the root, and leaves the text alone', () => {
    const { patches, layout } = edit([change('Product', { x: 700, y: 90 })]);
    expect(patches).toEqual([]);
    expect(layout).toMatchObject({ Product: { x: 700, y: 90, pinned: true }, root: { pinned: true } });
  });

  it('puts a node with all that belongs to it below another one, when its branch is drawn there', () => {
    expect(after([change('branch:Product', { start: { shape_id: 'b/Support' } })])).toBe(`mindmap
  root((Launch))
    market["The market"]
      Website
      ::icon(fa fa-globe)
    Support
      Product
        Pricing
        %% later
        Onboarding
`);
    expect(after([change('branch:Website', { start: { shape_id: 'b/root' } })])).toBe(`mindmap
  root((Launch))
    Product
      Pricing
      %% later
      Onboarding
    market["The market"]
    Support
    Website
    ::icon(fa fa-globe)
`);
  });

  it('puts no node below itself', () => {
    expect(() => edit([change('branch:Product', { start: { shape_id: 'b/Pricing' } })])).toThrow('belongs to it');
  });
});

describe('removing', () => {
  it('takes a node out with all that belongs to it', () => {
    expect(after([remove('market')])).toBe(source.replace('    market["The market"]\n      Website\n      ::icon(fa fa-globe)\n', ''));
    expect(after([remove('Product'), remove('Pricing')])).toBe(
      source.replace('    Product\n      Pricing\n      %% later\n      Onboarding\n', ''),
    );
    expect(after([remove('Support')], { ...block, source: source.trimEnd() })).toBe(source.replace('    Support\n', '').trimEnd());
  });

  it('keeps the root', () => {
    expect(() => edit([remove('root')])).toThrow('has a root');
  });
});

it('writes any words so that they read the same, and changes no other byte', () => {
  const words = fc.oneof(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc
      .array(
        fc.constantFrom('#', ';', '&amp;', '<br/>', '\\n', 'a', '%%', ':::', '::icon(', '"', '`', '(', ']', '{{', 'mindmap', '35', '@{'),
        { minLength: 1 },
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(words, fc.constantFrom('Pricing', 'root', 'market'), (text, id) => {
      const wanted = text.trim().replace(/\s+/g, ' ');
      fc.pre(wanted !== '' && wanted === text.trim());
      const left = after([change(id, { text })]);
      const parsed = parseMindmap(left);
      const at = { root: 0, Pricing: 2, market: 4 }[id] ?? 0;
      const node = parsed.ok ? parsed.model.nodes[at] : undefined;
      expect(node && mindText(node)).toBe(wanted);
      expect(left.split('\n')).toHaveLength(source.split('\n').length);
    }),
  );
});

it('moves any node below any other so that all else stays as it is', () => {
  const ids = ['Product', 'Pricing', 'Onboarding', 'market', 'Website', 'Support'];
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.constantFrom('root', ...ids), (id, to) => {
      const parsed = parseMindmap(source);
      if (!parsed.ok) throw new Error('the source does not parse');
      const result = editMindmap(parsed.model, block, [change(`branch:${id}`, { start: { shape_id: `b/${to}` } })]);
      fc.pre(!('refused' in result));
      const parents = (text: string) => {
        const read = parseMindmap(text);
        if (!read.ok) throw new Error(text);
        return new Map(read.model.nodes.map(({ nodeId, parent }) => [nodeId, read.model.nodes[parent ?? -1]?.nodeId]));
      };
      const expected = parents(source).set(id, to);
      if (!('refused' in result)) expect([...parents(applyBlockEdit(block, result).source)].sort()).toEqual([...expected].sort());
    }),
  );
});

describe('another shape', () => {
  const reshaped = (node: string, outline: string) => after([change(node, { outline })]);

  it('is written as other brackets around the words, which stay as they are', () => {
    expect(reshaped('root', 'hex')).toBe(source.replace('((Launch))', '{{Launch}}'));
    expect(reshaped('market', 'bang')).toBe(source.replace('["The market"]', '))"The market"(('));
    expect(reshaped('Pricing', 'cloud')).toBe(source.replace('Pricing', ')Pricing('));
    expect(reshaped('market', 'stadium')).toBe(source.replace('market["The market"]', 'The market'));
    expect(reshaped('root', 'circle')).toBe(source);
  });

  it('and other words can be given at once', () => {
    expect(after([change('Pricing', { outline: 'rect', text: 'Prices (new)' })])).toBe(source.replace('Pricing', '[Prices #40;new#41;]'));
  });
});
