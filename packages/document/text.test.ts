import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { diffText, patchText } from './text.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '-->', '🙂', '👍🏽', 'é') });

describe('patching a shared text', () => {
  it('gives exactly the new text, in order, without overlap, never inside a surrogate pair', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const doc = new Y.Doc();
        const shared = doc.getText('t');
        shared.insert(0, from);
        doc.transact(() => patchText(shared, to));
        expect(shared.toString()).toBe(to);
        const splits = (at: number) => /[\udc00-\udfff]/.test(from[at] ?? '');
        let end = 0;
        for (const { at, remove } of diffText(from, to)) {
          expect(at).toBeGreaterThanOrEqual(end);
          end = at + remove;
          expect(splits(at) || splits(end)).toBe(false);
        }
        expect(end).toBeLessThanOrEqual(from.length);
      }),
    );
  });

  it('touches only the words that changed, wherever they stand', () => {
    const from = 'flowchart TB\n api[API] --> db[(Store)]\n api --> queue';
    expect(diffText(from, from.replaceAll('api', 'gateway'))).toEqual([
      { at: 14, remove: 3, insert: 'gateway' },
      { at: 40, remove: 3, insert: 'gateway' },
    ]);
  });

  it('takes out whole lines, whatever letters they share with the lines around them', () => {
    const from = 'classDiagram\n    A <|-- B\n    A <|-- C : is\n';
    expect(diffText(from, from.replace('    A <|-- B\n', ''))).toEqual([{ at: 13, remove: 13, insert: '' }]);
    expect(diffText(from.replace('    A <|-- B\n', ''), from)).toEqual([{ at: 13, remove: 0, insert: '    A <|-- B\n' }]);
    const chart = 'flowchart TD\n  A --> B\n  subgraph one\n    F\n  end\n  one --> A\n  style A fill:#fff\n  B --> C\n';
    const after = 'flowchart TD\n  A --> B\n  style A fill:#fff\n  B --> D\n';
    expect(diffText(chart, after)).toEqual([
      { at: 23, remove: chart.indexOf('  style') - 23, insert: '' },
      { at: chart.length - 2, remove: 1, insert: 'D' },
    ]);
  });

  it("takes out and adds last lines where the line before them ends, in a text without a last line's end", () => {
    const from = 'a {\n  b\n}\nc {\n  d\n}';
    const less = 'a {\n  b\n}';
    expect(diffText(from, less)).toEqual([{ at: less.length, remove: from.length - less.length, insert: '' }]);
    expect(diffText(less, from)).toEqual([{ at: less.length, remove: 0, insert: from.slice(less.length) }]);
    const [windows, fewer] = [from, less].map((text) => text.replaceAll('\n', '\r\n'));
    expect(diffText(windows ?? '', fewer ?? '')).toMatchObject([{ at: fewer?.length, insert: '' }]);
  });

  it('keeps what another person types beside a rename', () => {
    const mine = new Y.Doc();
    const theirs = new Y.Doc();
    mine.getText('t').insert(0, 'api --> db\napi --> queue');
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    mine.transact(() => patchText(mine.getText('t'), 'gw --> db\ngw --> queue'));
    theirs.getText('t').insert('api --> db'.length, ' %% fast');
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    expect(mine.getText('t').toString()).toBe('gw --> db %% fast\ngw --> queue');
  });
});
