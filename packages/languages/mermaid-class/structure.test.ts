import type { Block } from '@autograph/document';
import { patchText, type StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { createBlockDeriver } from '../block-deriver.ts';
import { namespaceId } from './model.ts';

const deriver = createBlockDeriver(createTextMeasurer());
const at = { x: 300, y: 200 };

const source = `classDiagram
    %% who is who
    Animal <|-- Duck
    Animal <|-- Fish
    class Duck {
        +swim()
    }
    namespace Zoo {
        class Cage {
            +int size
        }
        class Keeper
    }
`;

function restructured(edit: StructureEdit, text = source): string {
  const block: Block = { id: 'b', language: 'mermaid', source: text, x: 0, y: 0, index: 'a0', layout: {} };
  const change = deriver.restructure(block, edit);
  return 'refused' in change ? change.refused : patchText(text, change.patches);
}

const zoo = namespaceId('Zoo');

describe('drawing in a class diagram', () => {
  it('writes a relation with the file’s usual arrow after the last from the same class', () => {
    expect(restructured({ kind: 'connect', from: 'Animal', to: 'Cage', at })).toBe(
      source.replace('<|-- Fish\n', '<|-- Fish\n    Animal <|-- Cage\n'),
    );
    expect(restructured({ kind: 'connect', from: 'A', to: 'A', at }, 'classDiagram\n  class A\n')).toBe(
      'classDiagram\n  class A\n  A --> A\n',
    );
  });

  it.each([
    ['alone', {}, '        +swim()\n    }\n', '        +swim()\n    }\n    class NewClass\n'],
    ['with the relation to it', { from: 'Duck' }, '<|-- Fish\n', '<|-- Fish\n    Duck <|-- NewClass\n'],
    ['in a namespace', { group: zoo }, 'class Keeper\n', 'class Keeper\n        class NewClass\n'],
  ])('writes a new class %s', (_, what, before, after) => {
    expect(restructured({ kind: 'add', at, ...what })).toBe(source.replace(before, after));
  });

  it('moves a class into a namespace with all that is said of it, and out again', () => {
    const into = source
      .replace('    class Duck {\n        +swim()\n    }\n', '')
      .replace('class Keeper\n', 'class Keeper\n        class Duck {\n            +swim()\n        }\n');
    expect(restructured({ kind: 'regroup', node_id: 'Duck', group: zoo })).toBe(into);
    expect(restructured({ kind: 'regroup', node_id: 'Fish', group: zoo })).toBe(
      source.replace('class Keeper\n', 'class Keeper\n        class Fish\n'),
    );
    expect(restructured({ kind: 'regroup', node_id: 'Keeper', group: null })).toBe(
      `${source.replace('        class Keeper\n', '')}    class Keeper\n`,
    );
  });

  it('says why the last class of a namespace stays in it', () => {
    const text = 'classDiagram\n  namespace Zoo {\n    class Cage\n  }\n';
    expect(restructured({ kind: 'regroup', node_id: 'Cage', group: null }, text)).toContain('A namespace needs something in it.');
  });
});
