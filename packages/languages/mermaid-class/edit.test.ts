import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { editClass } from './edit.ts';
import { parseClass } from './parse.ts';

const source = `classDiagram
    %% the shop
    class Customer {
        +String name
        +buy(item) bool
    }
    Customer "1" --> "*" Order : places
    Order : +total()
    note for Customer "someone"
    style Customer fill:#f9f
    cssClass "Customer,Order" big
    Order <|-- Rush
`;

const at = (x: number) => ({ x, y: 24 });
const blockOf = (text: string, layout: Block['layout'] = {}): Block => ({
  id: 'bl_1',
  language: 'mermaid',
  source: text,
  x: 0,
  y: 0,
  index: 'a0',
  layout,
});
const shop = blockOf(source, { Customer: at(24), Order: at(300), 'Customer`->`Order': at(90), 'note`Customer': at(500) });

function edit(edits: readonly DerivedShapeEdit[], on: Block = shop): BlockEdit {
  const parsed = parseClass(on.source);
  if (!parsed.ok) throw new Error('the source does not parse');
  const result = editClass(parsed.model, on, edits);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const change = (node_id: string, changes: object): DerivedShapeEdit => ({ kind: 'change', node_id, change: { ...changes } });
const remove = (node_id: string): DerivedShapeEdit => ({ kind: 'remove', node_id });
const after = (edits: readonly DerivedShapeEdit[], on: Block = shop) => applyBlockEdit(on, edit(edits, on));
const textAfter = (body: string, ...edits: readonly DerivedShapeEdit[]) =>
  after(edits, blockOf(`classDiagram\n${body}`)).source.replace('classDiagram\n', '');

describe('renaming', () => {
  it('changes a class’s name wherever it stands and nothing else, and its placements follow', () => {
    const { source: text, layout } = after([change('Customer', { text: 'Client' })]);
    expect(text).toBe(source.replaceAll('Customer', 'Client'));
    expect(layout).toEqual({ Client: at(24), Order: at(300), 'Client`->`Order': at(90), 'note`Client': at(500) });
  });

  it('changes a label in place, and gives one to a class whose new name cannot stand bare', () => {
    expect(textAfter('class A["Old"]', change('A', { text: 'New one' }))).toBe('class A["New one"]');
    expect(textAfter('class A~T~ {\n}\nA --> B', change('A', { text: 'New one<T>' }))).toBe('class A~T~["New one"] {\n}\nA --> B');
    expect(textAfter('A --> B', change('A', { text: 'say "x"' }))).toBe('A --> B\n    class A["say #quot;x#quot;"]');
  });

  it('of a class with a link keeps the link', () => {
    const renamed = { text: 'B', text_spans: [{ from: 0, to: 1, link: 'https://a.org' }] };
    expect(textAfter('class A\nlink A "https://a.org"', change('A', renamed))).toBe('class B\nlink B "https://a.org"');
    expect(() => textAfter('class A', change('A', { text_spans: [{ from: 0, to: 1, bold: true }] }))).toThrow('change it there');
  });

  it('changes, adds and takes away a generic type', () => {
    expect(textAfter('class A~T~', change('A', { text: 'A<U>' }))).toBe('class A~U~');
    expect(textAfter('class A~T~', change('A', { text: 'A' }))).toBe('class A');
    expect(textAfter('A --> B', change('A', { text: 'Q<U>' }))).toBe('Q~U~ --> B');
  });

  it('refuses the name of another class', () => {
    expect(() => edit([change('Customer', { text: 'Order' })])).toThrow('already a class called Order');
  });

  it('reaches notes, labels of relations, namespaces, interfaces and the title', () => {
    expect(textAfter('note "old"', change('note`', { text: 'new "words"\nhere' }))).toBe('note "new #quot;words#quot;<br/>here"');
    expect(textAfter('A --> B : old', change('A`->`B', { text: 'new: one' }))).toBe('A --> B : new#58; one');
    expect(textAfter('A --> B', change('A`->`B', { text: 'a <b> c' }))).toBe('A --> B : a #lt;b#gt; c');
    expect(textAfter('A --> B', change('A`->`B', { text: 'has' }))).toBe('A --> B : has');
    expect(textAfter('A --> B : old', change('A`->`B', { text: '' }))).toBe('A --> B ');
    expect(textAfter('namespace N {\n class A\n}', change('namespace`N', { text: 'The N' }))).toBe('namespace N["The N"] {\n class A\n}');
    expect(textAfter('api ()-- A', change('interface`api', { text: 'http' }))).toBe('http ()-- A');
    const titled = blockOf('---\ntitle: Old\n---\nclassDiagram\nclass A');
    expect(after([change('title`', { text: 'New: one' })], titled).source).toBe('---\ntitle: "New: one"\n---\nclassDiagram\nclass A');
  });
});

describe('members', () => {
  const attributes = [{ text: '+String name' }];
  const methods = [{ text: '+buy(item) : bool' }];

  it('change in place', () => {
    expect(after([change('Customer', { attributes: [{ text: '+List<String> names', static: true }] })]).source).toBe(
      source.replace('+String name', '+List~String~ names$'),
    );
    expect(after([change('Order', { methods: [{ text: '#total() : Money', abstract: true }] })]).source).toBe(
      source.replace('+total()', '#total() Money*'),
    );
  });

  it('are added beside the others in their style, and taken out with their line', () => {
    expect(after([change('Customer', { attributes: [...attributes, { text: '-int age' }] })]).source).toBe(
      source.replace('+String name\n', '+String name\n        -int age\n'),
    );
    expect(after([change('Customer', { methods: [{ text: '+go()' }, ...methods] })]).source).toBe(
      source.replace('+buy', '+go()\n        +buy'),
    );
    expect(after([change('Order', { attributes: [{ text: 'id: int' }] })]).source).toBe(
      source.replace('+total()\n', '+total()\n    Order : id#58; int\n'),
    );
    expect(after([change('Customer', { attributes: [] })]).source).toBe(source.replace('        +String name\n', ''));
  });

  it('open a body, or a line for a class that only relations name', () => {
    expect(textAfter('class A', change('A', { attributes: [{ text: 'x' }] }))).toBe('class A {\n        x\n    }');
    expect(textAfter('  A --> B', change('B', { methods: [{ text: 'go()' }] }))).toBe('  A --> B\n  B : go()');
  });

  it('keep the class when the last line that named it goes', () => {
    expect(textAfter('A : x\nclass B', change('A', { attributes: [] }))).toBe('class A\nclass B');
  });

  it('are refused when they would be read as something else', () => {
    expect(() => edit([change('Customer', { methods: [{ text: 'no parentheses' }] })])).toThrow('A method is a name with parentheses');
    expect(() => edit([change('Customer', { attributes: [{ text: 'x()' }] })])).toThrow('without parentheses');
  });
});

describe('relations', () => {
  it('change their marks, line and cardinalities', () => {
    const relation = (changes: object) => textAfter('A "1" --> B : c', change('A`->`B', changes));
    expect(relation({ end_head: 'triangle_open', stroke_style: 'dashed' })).toBe('A "1" ..|> B : c');
    expect(relation({ start_head: 'diamond', end_head: 'none' })).toBe('A "1" *-- B : c');
    expect(relation({ start_label: '0..1' })).toBe('A "0..1" --> B : c');
    expect(textAfter('A-->B', change('A`->`B', { end_head: 'diamond_open' }))).toBe('A--o B');
    expect(() => edit([change('Customer`->`Order', { end_head: 'cross' })])).toThrow('open triangle, or a diamond');
    expect(() => edit([change('Customer`->`Order', { stroke: 'red' })])).toThrow('no styles');
  });

  it('join another class, and a class that only they named stays', () => {
    expect(textAfter('A --> B\nclass C', change('A`->`B', { end: { shape_id: 'bl_1/C' } }))).toBe('A --> C\nclass B\nclass C');
    expect(() => edit([change('Customer`->`Order', { end: { x: 1, y: 2 } })])).toThrow('joins two classes');
  });
});

describe('looks', () => {
  it('go into the class’s style line, or into a new one that Mermaid can read', () => {
    expect(after([change('Customer', { stroke: '#00ff00' })]).source).toBe(source.replace('fill:#f9f', 'fill:#f9f,stroke:#00ff00'));
    expect(textAfter('  class A', change('A', { fill: '#00ff00', stroke_width: 3 }))).toContain('\n  style A fill:');
    expect(textAfter('class A', change('A', { stroke_width: 3 }))).toContain('style A color:inherit,stroke-width:3px');
    expect(() => edit([change('a b', { fill: 'red' })], blockOf('classDiagram\nclass `a b`'))).toThrow('letters and digits only');
  });
});

describe('moving', () => {
  it('pins what was dragged and leaves the text alone; a frame takes all that is in it along', () => {
    expect(edit([change('Order', { x: 400, y: 90 })])).toEqual({ patches: [], layout: { Order: { x: 400, y: 90, pinned: true } } });
    const nested = blockOf('classDiagram\nnamespace N {\n namespace M {\n  class A\n }\n}', {
      'namespace`N': at(30),
      'namespace`N.M': at(50),
      A: at(70),
    });
    expect(edit([change('namespace`N', { x: 130 })], nested).layout).toEqual({
      'namespace`N': { ...at(130), pinned: true },
      'namespace`N.M': { ...at(150), pinned: true },
      A: { ...at(170), pinned: true },
    });
  });
});

describe('removing', () => {
  it('takes a class out with all that is said of it, keeping what only its relations named', () => {
    const { source: text, layout } = after([remove('Order')]);
    expect(text).toBe(`classDiagram
    %% the shop
    class Customer {
        +String name
        +buy(item) bool
    }
    note for Customer "someone"
    style Customer fill:#f9f
    cssClass "Customer" big
    class Rush
`);
    expect(Object.keys(layout)).toEqual(['Customer', 'note`Customer']);
  });

  it('takes a namespace along that would be empty, frees a note from its class, and keeps the last statement', () => {
    expect(textAfter('class B\nnamespace N {\n namespace M {\n  class A\n }\n}\n', remove('A'))).toBe('class B\n');
    expect(textAfter('note for A "x"\nclass A', remove('note`A`->`A'))).toBe('note "x"\nclass A');
    expect(() => textAfter('class A', remove('A'))).toThrow('needs something in it');
  });

  it('of one of several relations keeps the others where they are', () => {
    const twice = blockOf('classDiagram\nA --> B\nA --> B : again', { 'A`->`B': at(30), 'A`->`B (2)': at(60) });
    expect(after([remove('A`->`B')], twice)).toMatchObject({ source: 'classDiagram\nA --> B : again', layout: { 'A`->`B': at(60) } });
  });
});

it('keeps any new name readable, and every other line', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), (name) => {
      fc.pre(name.trim() !== '' && !['Customer', 'Order', 'Rush'].includes(name.trim()));
      const result = after([change('Order', { text: name })]);
      const parsed = parseClass(result.source);
      expect(parsed.ok && parsed.model.classes).toHaveLength(3);
      expect(result.source).toContain('    %% the shop\n    class Customer {\n        +String name\n        +buy(item) bool\n    }\n');
    }),
  );
});
