import type { Block } from '@autograph/document';
import type { StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { documentedSources, widerSources } from './conformance/sources.node.ts';
import { applyBlockEdit, createBlockDeriver } from './index.ts';

const deriver = createBlockDeriver(createTextMeasurer());
const block = (source: string): Block => ({ id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} });

function restructured(source: string, edit: StructureEdit) {
  const change = deriver.restructure(block(source), edit);
  if ('refused' in change) throw new Error(change.refused);
  return { source: applyBlockEdit(block(source), change).source, made: change.made };
}

const nowhere = { x: 0, y: 0 };
const connect = (from: string, to: string) => ({ kind: 'connect', from, to, at: nowhere }) as const;
const boxOf = (source: string, node: string) => {
  const found = deriver.derive(block(source)).shapes.find(({ id }) => id === `b/${node}`);
  if (!found) throw new Error(`there is no ${node}`);
  return found;
};

describe('in a Gantt chart', () => {
  const source =
    'gantt\n  dateFormat YYYY-MM-DD\n  section One\n  A :a, 2024-01-01, 5d\n  B :2024-01-10, 2024-01-14\n  section Two\n  C :2d\n';

  it('a line from bar to bar lets the other one begin after it, as long as it was', () => {
    expect(restructured(source, connect('a', 'task:B'))).toEqual({
      source: source.replace('2024-01-10, 2024-01-14', 'after a, 4d'),
      made: 'after:a>task:B',
    });
    expect(restructured(source, connect('a', 'task:C')).source).toBe(source.replace(':2d', ':after a, 2d'));
  });

  it('gives the first one an id when it has none, and adds to what the other one waits for', () => {
    const next = 'gantt\n  dateFormat YYYY-MM-DD\n  A :a, 2024-01-01, 5d\n  Big work :2024-01-02, 9d\n  C :after a, 2d\n';
    expect(restructured(next, connect('task:Big work', 'task:C')).source).toBe(
      next.replace(':2024-01-02', ':big, 2024-01-02').replace('after a', 'after a big'),
    );
  });

  it('refuses what would wait for itself', () => {
    const circle = 'gantt\n  dateFormat YYYY-MM-DD\n  A :a, 2024-01-01, 5d\n  B :b, after a, 5d\n';
    expect(() => restructured(circle, connect('b', 'a'))).toThrow('wait for the other');
  });

  it('a bar is dragged out of another one, or drawn where there is room', () => {
    expect(restructured(source, { kind: 'add', from: 'a', at: nowhere })).toEqual({
      source: source.replace('A :a, 2024-01-01, 5d\n', 'A :a, 2024-01-01, 5d\n  New task :after a, 3d\n'),
      made: 'task:New task',
    });
    const a = boxOf(source, 'a');
    const at = { x: a.x + (3 * a.w) / 5, y: a.y + a.h + 4 };
    expect(restructured(source, { kind: 'add', at, size: { w: (2 * a.w) / 5, h: 20 } }).source).toBe(
      source.replace('A :a, 2024-01-01, 5d\n', 'A :a, 2024-01-01, 5d\n  New task :2024-01-03, 2d\n'),
    );
  });
});

describe('in a git graph', () => {
  const source = 'gitGraph\n  commit id: "a"\n  branch dev\n  commit id: "b"\n  commit id: "c"\n  checkout main\n';

  it('a commit is dragged out of the last one of a branch, or begins a branch', () => {
    expect(restructured(source, { kind: 'add', from: 'commit:c', at: nowhere })).toEqual({
      source: `${source.trimEnd()}\n  checkout dev\n  commit\n`,
      made: 'commit:dev:3',
    });
    expect(restructured(source, { kind: 'add', from: 'commit:b', at: nowhere }).source).toBe(
      source.replace('commit id: "b"\n', 'commit id: "b"\n  branch branch-1\n  commit\n  checkout dev\n'),
    );
  });

  it('a line to another branch merges or picks', () => {
    expect(restructured(source, connect('commit:c', 'commit:a')).source).toBe(`${source.trimEnd()}\n  merge dev\n`);
    expect(restructured(source, connect('commit:b', 'commit:a'))).toEqual({
      source: `${source.trimEnd()}\n  cherry-pick id: "b"\n`,
      made: 'commit:main:2',
    });
    expect(() => restructured(source, connect('commit:b', 'commit:c'))).toThrow('same branch');
  });
});

describe('in a mind map', () => {
  const source = 'mindmap\n  root\n    A\n      A1\n    B\n';

  it('a thought is dragged out of another one', () => {
    expect(restructured(source, { kind: 'add', from: 'A', at: nowhere })).toEqual({
      source: source.replace('      A1\n', '      A1\n      New idea\n'),
      made: 'New idea',
    });
    expect(restructured(source, { kind: 'add', from: 'B', at: nowhere }).source).toBe(`${source}      New idea\n`);
  });

  it('a line puts a thought below another one', () => {
    expect(restructured(source, connect('B', 'A'))).toEqual({ source: 'mindmap\n  root\n    B\n      A\n        A1\n', made: 'branch:A' });
    expect(() => restructured(source, connect('A1', 'A'))).toThrow('belongs to it');
  });
});

it('a card is drawn into a column of a kanban board', () => {
  const source = 'kanban\n  todo[To do]\n    a[A]\n    b[B]\n  done[Done]\n';
  const [b, done] = [boxOf(source, 'b'), boxOf(source, 'done')];
  expect(restructured(source, { kind: 'add', at: { x: b.x + 20, y: b.y - 2 } })).toEqual({
    source: source.replace('    b[B]\n', '    [New card]\n    b[B]\n'),
    made: 'New card',
  });
  expect(restructured(source, { kind: 'add', at: { x: done.x + 20, y: done.y + 60 } }).source).toBe(`${source}    [New card]\n`);
});

it.each(['gantt', 'gitgraph', 'mindmap', 'kanban'])(
  'what is drawn into any %s source leaves a text that can be read and shows it, or is refused with a reason',
  (wanted) => {
    const sources = [...documentedSources(), ...widerSources()].filter(({ type }) => type === wanted);
    let written = 0;
    for (const { name, text } of sources) {
      const { shapes, diagnostics } = deriver.derive(block(text));
      const ids = shapes
        .filter(({ type }) => ['task-bar', 'commit-dot', 'node', 'task-card'].includes(type))
        .flatMap(({ origin }) => origin?.node_id ?? []);
      if (diagnostics.some(({ severity }) => severity === 'error')) continue;
      const [first, second] = ids;
      const last = ids.at(-1);
      const edits: StructureEdit[] = [
        { kind: 'add', at: { x: 200, y: 90 } },
        ...ids.slice(0, 2).map((from): StructureEdit => ({ kind: 'add', from, at: { x: 100, y: 100 } })),
        ...(first && second && last ? [connect(first, second), connect(second, first), connect(first, last), connect(last, second)] : []),
      ];
      for (const edit of edits) {
        const change = deriver.restructure(block(text), edit);
        if ('refused' in change) {
          expect(change.refused, name).toMatch(/^[A-Z“].*\.$/);
          continue;
        }
        const after = deriver.derive(applyBlockEdit(block(text), change));
        expect(
          after.diagnostics.filter(({ severity }) => severity === 'error'),
          `${name} ${JSON.stringify(edit)}`,
        ).toEqual([]);
        if (change.made !== undefined)
          expect(
            after.shapes.map(({ id }) => id),
            `${name} ${JSON.stringify(edit)}`,
          ).toContain(`b/${change.made}`);
        written += 1;
      }
    }
    expect(written).toBeGreaterThan(50);
  },
);
