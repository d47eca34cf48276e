import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { editing } from '../chart/testing/edited.ts';
import { labelText } from '../mermaid/label.ts';
import { editSequence } from './edit.ts';
import { parseSequence } from './parse.ts';

const source = `sequenceDiagram
    %% log-in
    actor U as User
    participant API
    U->>+API: log in; Note over U,API: first
    alt known
        API->>Store: look up  %% inside
    else unknown
        API-->>U: go away
    end
    API-->>-U: welcome
`;
const block: Block = { id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };

function edit(edits: readonly DerivedShapeEdit[], on: Block = block): BlockEdit {
  const parsed = parseSequence(on.source);
  if (!parsed.ok) throw new Error('the source does not parse');
  const result = editSequence(parsed.model, on, edits);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const change = (node_id: string, changes: object): DerivedShapeEdit => ({ kind: 'change', node_id, change: { ...changes } });
const remove = (node_id: string): DerivedShapeEdit => ({ kind: 'remove', node_id });
const after = (edits: readonly DerivedShapeEdit[], on: Block = block) => applyBlockEdit(on, edit(edits, on)).source;

describe('renaming', () => {
  it('changes a label in place', () => {
    expect(after([change('U', { text: 'Customer' })])).toBe(source.replace('as User', 'as Customer'));
  });

  it('labels a declared participant', () => {
    expect(after([change('API', { text: 'Public API' })])).toBe(source.replace('participant API', 'participant API as Public API'));
  });

  it('renames a participant that only messages name, everywhere', () => {
    expect(after([change('Store', { text: 'Database' })])).toBe(source.replace('Store', 'Database'));
  });

  it('declares one whose new name could not stand in a message', () => {
    const plain = { ...block, source: 'sequenceDiagram\n  A->>B: x\n' };
    expect(after([change('B', { text: 'B, the second' })], plain)).toBe(
      'sequenceDiagram\n  participant A\n  participant B as B, the second\n  A->>B: x\n',
    );
  });

  it('changes messages, notes and guards in place', () => {
    expect(after([change('message:U>API:1', { text: 'sign in; now' })])).toBe(source.replace('log in;', 'sign in#59; now;'));
    expect(after([change('note:1', { text: 'One\ntwo' })])).toBe(source.replace(': first', ': One<br/>two'));
    expect(after([change('alt:1', { text: 'is known', sections: [{ y: 0, text: 'not known' }] })])).toBe(
      source.replace('alt known', 'alt is known').replace('else unknown', 'else not known'),
    );
  });

  it('changes an alias inside metadata', () => {
    const typed = { ...block, source: 'sequenceDiagram\n  participant D@{ "type": "database", "alias": "Orders" }\n' };
    expect(after([change('D', { text: 'Bills' })], typed)).toBe(typed.source.replace('Orders', 'Bills'));
  });

  it('reconnects a message; a participant that it named alone stands there still', () => {
    expect(after([change('message:API>Store:1', { end: { shape_id: 'b/U' } })])).toBe(
      source.replace('API->>Store', 'API->>U').replace('participant API\n', 'participant API\n    participant Store\n'),
    );
  });
});

describe('moving', () => {
  it('pins a participant sideways and leaves the text alone', () => {
    expect(edit([change('API', { x: 150, y: 77 })])).toEqual({ patches: [], layout: { API: { x: 150, y: 0, pinned: true } } });
  });

  it('moves participants out of a selection that holds messages too', () => {
    const both = [change('API', { x: 300, y: 77 }), change('message:U>API:1', { x: 10, y: 20 })];
    expect(edit(both).layout).toEqual({ API: { x: 300, y: 0, pinned: true } });
  });

  it('says why messages stay', () => {
    expect(() => edit([change('message:U>API:1', { y: 10 })])).toThrow('order of the text');
  });
});

describe('removing', () => {
  it('takes a message out, with the end of what it started', () => {
    const left = after([remove('message:U>API:1')]);
    expect(left).not.toContain('log in');
    expect(left).toContain('API-->>U: welcome');
    expect(left).toContain('%% log-in');
  });

  it('takes a participant out with its messages', () => {
    const left = after([remove('Store')]);
    expect(left).toBe(source.replace('        API->>Store: look up  %% inside\n', ''));
  });

  it('unwraps a block', () => {
    const left = after([remove('alt:1')]);
    expect(left).toBe(source.replace('    alt known\n', '').replace('    else unknown\n', '').replace('    end\n', ''));
  });
});

it('writes any words so that they read the same, and changes no other byte', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ minLength: 1, maxLength: 30 }),
        fc
          .array(fc.constantFrom('#', ';', '&amp;', '<br/>', '\\n', 'a', '%%', ':', '35', '"'), { minLength: 1 })
          .map((parts) => parts.join('')),
      ),
      (text) => {
        const wanted = text.trim().replace(/\s+/g, ' ');
        fc.pre(wanted !== '' && wanted === text.trim() && !/^:?(?:no)?wrap/i.test(wanted));
        const left = after([change('message:API>U:1', { text })]);
        const parsed = parseSequence(left);
        const message = parsed.ok ? parsed.model.events.find((event) => 'id' in event && event.id === 'message:API>U:1') : undefined;
        expect(message && 'text' in message && labelText(message.text)).toBe(wanted);
        expect(left.startsWith(source.slice(0, source.indexOf('go away')))).toBe(true);
        expect(left.endsWith(source.slice(source.indexOf('go away') + 7))).toBe(true);
      },
    ),
  );
});

describe('boxes', () => {
  const boxed =
    'sequenceDiagram\n  box Aqua Inside\n    participant A\n    participant B\n  end\n  participant C\n  A->>C: hi\n  rect rgb(0, 0, 255)\n    C->>A: yes\n  end\n';
  const { change: changed, shapes } = editing('mermaid');
  const x = (id: string) => shapes(boxed).find((shape) => shape.id === `b/${id}`)?.x ?? 0;

  it('take in and let go the participants that are dragged across their borders', () => {
    expect(changed(boxed, 'C', { x: x('B') - 10 })).toBe(
      boxed.replace('  participant C\n', '').replace('    participant B\n', '    participant C\n    participant B\n'),
    );
    expect(changed(boxed, 'B', { x: x('C') + 40 })).toContain('  participant A\n  end\n');
    expect(changed(boxed, 'B', { x: x('C') + 40 })).toMatch(/\n {2}participant B\n/);
  });

  it('and areas get another colour in front of their title', () => {
    expect(changed(boxed, 'box:1', { fill: '#12ab34' })).toBe(boxed.replace('Aqua', 'rgb(18, 171, 52)'));
    expect(changed(boxed.replace('Aqua ', ''), 'box:1', { fill: '#12ab34' })).toBe(boxed.replace('Aqua', 'rgb(18, 171, 52)'));
    expect(changed(boxed, 'rect:1', { fill: '#12ab34', fill_style: 'solid' })).toBe(boxed.replace('rgb(0, 0, 255)', 'rgb(18, 171, 52)'));
    expect(changed(boxed, 'A', { fill: '#12ab34' })).toContain('looks follow from the text');
  });
});
