import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { editing } from '../chart/testing/edited.ts';
import { labelText } from '../mermaid/label.ts';
import { editTimeline } from './edit.ts';
import { parseTimeline } from './parse.ts';

const source = `timeline
    title Networks
    section Early
      %% the first
      2002 : LinkedIn
      2004 : Facebook : Google
           : Flickr
    section Late
      2006 : Twitter
`;
const block = (text: string): Block => ({ id: 'b', language: 'mermaid', source: text, x: 0, y: 0, index: 'a0', layout: {} });

function edit(edits: readonly DerivedShapeEdit[], text = source): BlockEdit {
  const parsed = parseTimeline(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  const result = editTimeline(parsed.model, block(text), edits);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const change = (node_id: string, changes: object): DerivedShapeEdit => ({ kind: 'change', node_id, change: { ...changes } });
const remove = (node_id: string): DerivedShapeEdit => ({ kind: 'remove', node_id });
const after = (edits: readonly DerivedShapeEdit[], text = source) => applyBlockEdit(block(text), edit(edits, text)).source;

describe('renaming', () => {
  it('changes times, events, sections and the title in place', () => {
    expect(after([change('period:2002', { text: 'May 2003' })])).toBe(source.replace('2002', 'May 2003'));
    expect(after([change('event:2004:2', { text: 'Google: it' })])).toBe(source.replace('Google', 'Google#58; it'));
    expect(after([change('section:2', { text: 'Later' })])).toBe(source.replace('Late', 'Later'));
    expect(after([change('title:1', { text: 'Social' })])).toBe(source.replace('Networks', 'Social'));
  });

  it('escapes what would be a keyword', () => {
    expect(after([change('period:2002', { text: 'section 1' })])).toBe(source.replace('2002', '#115;ection 1'));
  });
});

describe('removing', () => {
  it('takes an event out, with its line when it stands alone', () => {
    expect(after([remove('event:2004:2')])).toBe(source.replace(' : Google', ''));
    expect(after([remove('event:2004:3')])).toBe(source.replace('           : Flickr\n', ''));
  });

  it('takes a time out with all that happened in it', () => {
    expect(after([remove('period:2004'), remove('event:2004:1')])).toBe(
      source.replace('      2004 : Facebook : Google\n           : Flickr\n', ''),
    );
  });

  it('takes a section’s heading out', () => {
    expect(after([remove('section:2')])).toBe(source.replace('    section Late\n', ''));
  });

  it('says what cannot go, and why cards stay', () => {
    expect(() => edit([remove('axis')])).toThrow('follows from');
    expect(() => edit([change('period:2002', { x: 5 })])).toThrow('order of the text');
  });
});

it('writes any words so that they read the same, and changes no other byte', () => {
  const words = fc.oneof(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc
      .array(fc.constantFrom('#', ';', '&amp;', '<br/>', '\\n', 'a', '%%', '%%{', ': ', ':', 'title ', 'timeline', '35', '}%%'), {
        minLength: 1,
      })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(words, fc.constantFrom('period:2002', 'event:2004:1', 'section:1'), (text, id) => {
      const wanted = text.trim().replace(/\s+/g, ' ');
      fc.pre(wanted !== '' && wanted === text.trim());
      const left = after([change(id, { text })]);
      const parsed = parseTimeline(left);
      if (!parsed.ok) throw new Error(left);
      const { periods, sections } = parsed.model;
      const label = id === 'section:1' ? sections[0]?.label : id === 'period:2002' ? periods[0]?.label : periods[1]?.events[0]?.label;
      expect(labelText(label?.text ?? '')).toBe(wanted);
      expect(left.split('\n')).toHaveLength(source.split('\n').length);
    }),
  );
});

describe('drawing', () => {
  const { restructure } = editing('mermaid');
  const at = { x: 0, y: 0 };

  it('out of a time or an event adds an event, on a line of its own where the text does so', () => {
    expect(restructure(source, { kind: 'add', from: 'period:2002', at })).toBe(source.replace('LinkedIn', 'LinkedIn : New event'));
    expect(restructure(source, { kind: 'add', from: 'event:2004:1', at })).toBe(
      source.replace('           : Flickr\n', '           : Flickr\n           : New event\n'),
    );
  });

  it('where nothing is adds a time after those before it', () => {
    expect(restructure(source, { kind: 'add', at: { x: 5_000, y: 0 } })).toBe(source.replace('Twitter\n', 'Twitter\n      New time\n'));
    expect(restructure(source, { kind: 'add', at })).toBe(source.replace('      2002', '      New time\n      2002'));
    expect(restructure('timeline\n', { kind: 'add', at })).toBe('timeline\n    New time\n');
  });
});
