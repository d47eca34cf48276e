import type { Block, ShapeChange } from '@autograph/document';
import { patchText, type StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { createBlockDeriver } from '../block-deriver.ts';

const deriver = createBlockDeriver(createTextMeasurer());

const source = `sequenceDiagram
    %% log-in
    actor U as User
    participant API
    U->>+API: log in; Note over U,API: first
    alt known
        %% about the look up
        API->>Store: look up
    else unknown
        API-->>U: go away
    end
    API-->>-U: welcome
`;

const blockOf = (text: string): Block => ({ id: 'b', language: 'mermaid', source: text, x: 0, y: 0, index: 'a0', layout: {} });

function restructured(edit: StructureEdit, text = source): string {
  const change = deriver.restructure(blockOf(text), edit);
  return 'refused' in change ? change.refused : patchText(text, change.patches);
}

function changed(node_id: string, change: ShapeChange, text = source): string {
  const edit = deriver.edit(blockOf(text), [{ kind: 'change', node_id, change }]);
  return 'refused' in edit ? edit.refused : patchText(text, edit.patches);
}

/** Below (or above, when negative) a thing of the diagram by so many px. */
function beside(id: string, by: number): { readonly x: number; readonly y: number } {
  const shape = deriver.derive(blockOf(source)).shapes.find((candidate) => candidate.id === `b/${id}`);
  return { x: (shape?.x ?? 0) + (shape?.w ?? 0) / 2, y: (shape?.y ?? 0) + (shape?.h ?? 0) / 2 + by };
}

const below = { x: 0, y: 5000 };
const farRight = { x: 2000, y: 60 };

describe('drawing in a sequence diagram', () => {
  it.each([
    ['before all others', beside('message:U>API:1', -20), '    U->>+API', '    Store->>U: Message\n    U->>+API'],
    ['at the beginning of a frame', beside('message:API>Store:1', -6), 'known\n', 'known\n        Store->>U: Message\n'],
    [
      'after another one in a frame',
      beside('message:API>Store:1', 22),
      'look up\n    else',
      'look up\n        Store->>U: Message\n    else',
    ],
    ['at the end of a frame', beside('message:API>U:1', 22), 'go away\n', 'go away\n        Store->>U: Message\n'],
    ['where a line says several things', beside('note:1', 30), 'API: first', 'API: first; Store->>U: Message'],
    ['after all others', below, 'welcome\n', 'welcome\n    Store->>U: Message\n'],
  ])('writes a message %s', (_, at, before, after) => {
    const text = source.replace('participant API\n', 'participant API\n    participant Store\n');
    const shifted = restructured({ kind: 'connect', from: 'Store', to: 'U', at }, text);
    expect(shifted).toBe(text.replace(before, after));
  });

  it('writes a message with the file’s usual arrow and spaces, also to oneself', () => {
    const text = 'sequenceDiagram\n  A ->> B: x\n  B -->> A: y\n  A ->> B: z\n';
    expect(restructured({ kind: 'connect', from: 'B', to: 'B', at: below }, text)).toBe(`${text}  B ->> B: Message\n`);
  });

  it('keeps participants in order, by declaring them, when a message comes before theirs', () => {
    const text = 'sequenceDiagram\n  A->>B: x\n  C->>A: y\n';
    expect(restructured({ kind: 'connect', from: 'C', to: 'B', at: { x: 0, y: 0 } }, text)).toBe(
      'sequenceDiagram\n  participant A\n  participant B\n  participant C\n  C->>B: Message\n  A->>B: x\n  C->>A: y\n',
    );
  });

  it.each([
    ['to the end', 'message:API>Store:1', below, 'API->>Store: look up', '    API-->>-U: welcome\n'],
    [
      'into another part of a frame',
      'message:API>Store:1',
      beside('message:API>U:1', 22),
      'API->>Store: look up',
      '        API-->>U: go away\n',
    ],
    [
      'into a frame, with what it ends',
      'message:API>U:2',
      beside('message:API>Store:1', 22),
      'API-->>-U: welcome',
      '        API->>Store: look up\n',
    ],
    ['one place down, by keys', 'message:API>Store:1', 1, 'API->>Store: look up', '    else unknown\n'],
  ])('moves a message %s', (_, node_id, to, line, behind) => {
    const indent = behind.includes('-U: welcome') ? '    ' : '        ';
    const without = source.replace(new RegExp(`\\n +${line.replace(/[-+>]/g, '\\$&')}`), '');
    expect(restructured({ kind: 'reorder', node_id, to })).toBe(without.replace(behind, `${behind}${indent}${line}\n`));
  });

  it('does not move a message where an activation would end before it begins', () => {
    expect(restructured({ kind: 'reorder', node_id: 'message:U>API:1', to: below })).toContain('an activation');
  });

  it('leaves the text alone when a message is dropped where it was', () => {
    expect(restructured({ kind: 'reorder', node_id: 'message:API>U:1', to: beside('message:API>U:1', 4) })).toBe(source);
  });

  it('moves notes and whole frames', () => {
    expect(changed('note:1', { x: 0, y: 5000 })).toBe(`${source.replace('; Note over U,API: first', '')}    Note over U,API: first\n`);
    const frame = source.slice(source.indexOf('    alt'), source.indexOf('    API-->>-U'));
    expect(changed('alt:1', { x: 0, y: 0 })).toBe(source.replace(frame, '').replace('    U->>+API', `${frame}    U->>+API`));
  });

  it('gives participants another order when one is dropped beyond its neighbour', () => {
    expect(changed('U', { x: beside('API', 0).x })).toBe(
      source.replace('    actor U as User\n', '').replace('participant API\n', 'participant API\n    actor U as User\n'),
    );
    expect(changed('API', { x: beside('Store', 0).x })).toBe(source.replace('participant API', 'participant Store\n    participant API'));
    const plain = 'sequenceDiagram\n  A->>B: x\n  C->>A: y\n';
    expect(changed('C', { x: 0 }, plain)).toBe(plain.replace('  A', '  participant C\n  participant A\n  participant B\n  A'));
  });

  it('writes new participants at their place, alone or with a message from where they were dragged out', () => {
    expect(restructured({ kind: 'add', at: { x: beside('API', 0).x - 10, y: 60 } })).toBe(
      source.replace('    participant API', '    participant V\n    participant API'),
    );
    expect(restructured({ kind: 'add', from: 'API', at: { x: 2000, y: beside('message:API>Store:1', 22).y } })).toBe(
      source
        .replace('participant API\n', 'participant API\n    participant Store\n    participant V\n')
        .replace('look up\n    else', 'look up\n        API->>V: Message\n    else'),
    );
    const plain = 'sequenceDiagram\n  A->>B: x\n';
    expect(restructured({ kind: 'add', from: 'B', at: below }, plain)).toContain('A->>B: x\n');
    expect(restructured({ kind: 'add', from: 'B', at: { x: 2000, y: 5000 } }, plain)).toBe(`${plain}  B->>C: Message\n`);
    expect(restructured({ kind: 'add', at: farRight }, 'sequenceDiagram')).toBe('sequenceDiagram\n    participant A');
  });

  it('writes a new participant into the box where it was drawn', () => {
    const text = 'sequenceDiagram\n  box Team\n    participant A\n  end\n  A->>B: x\n';
    expect(restructured({ kind: 'add', at: { x: 140, y: 60 }, group: 'box:1' }, text)).toBe(
      text.replace('  end', '    participant C\n  end'),
    );
  });
});
