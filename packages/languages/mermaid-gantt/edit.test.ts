import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { editing } from '../chart/testing/edited.ts';
import { deriveGantt } from './derive.ts';
import { editGantt } from './edit.ts';
import { taskText } from './labels.ts';
import { parseGantt } from './parse.ts';

const measure = createTextMeasurer();
const source = `gantt
    title Release %% of the app
    dateFormat YYYY-MM-DD
    %% first things first
    section Design
    Sketch      :done, s1, 2024-01-01, 10d
    Review      :after s1, 5d
    section Build
    Code        :crit, c1, 2024-01-10, 2024-01-25
    Test        :t1, after s1 c1, 7d
    Ship it     :milestone, 0d
    click s1,t1 href "https://example.org"
`;
const block = (text: string): Block => ({ id: 'b', language: 'mermaid', source: text, x: 0, y: 0, index: 'a0', layout: {} });

function modelOf(text: string) {
  const parsed = parseGantt(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.model;
}

function edit(edits: readonly DerivedShapeEdit[], text = source): BlockEdit {
  const result = editGantt(modelOf(text), block(text), edits);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const change = (node_id: string, changes: object): DerivedShapeEdit => ({ kind: 'change', node_id, change: { ...changes } });
const remove = (node_id: string): DerivedShapeEdit => ({ kind: 'remove', node_id });
const after = (edits: readonly DerivedShapeEdit[], text = source) => applyBlockEdit(block(text), edit(edits, text)).source;

/** The bar of a task and how many px a day is. */
function bar(id: string, text = source) {
  const model = modelOf(text);
  const shapes = deriveGantt(model, block(text), measure).shapes;
  const found = shapes.find((shape) => shape.id === `b/${id}`);
  const task = model.tasks.find(({ nodeId }) => nodeId === id);
  const length = ({ from = 0, to = 0 }: (typeof model.tasks)[number]) => to - from;
  const long = [...model.tasks].sort((a, b) => length(b) - length(a))[0];
  const longBar = shapes.find((shape) => shape.id === `b/${long?.nodeId}`);
  if (!found || !task || !longBar) throw new Error(`there is no ${id}`);
  return { x: found.x, y: found.y, w: found.w, day: (longBar.w * 86_400_000) / ((long?.shownTo ?? long?.to ?? 0) - (long?.from ?? 0)) };
}

describe('renaming', () => {
  it('changes a task, a section or the title in place', () => {
    expect(after([change('c1', { text: 'Write code' })])).toBe(source.replace('Code  ', 'Write code  '));
    expect(after([change('section:2', { text: 'Make' })])).toBe(source.replace('section Build', 'section Make'));
    expect(after([change('title:1', { text: 'Launch' })])).toBe(source.replace('Release %% of the app', 'Launch'));
  });

  it('escapes what would mean something else', () => {
    expect(after([change('c1', { text: 'Code: 50% #1; done' })])).toBe(source.replace('Code ', 'Code#58; 50#37; #35;1#59; done '));
    expect(after([change('c1', { text: 'section of code' })])).toBe(source.replace('Code ', '#115;ection of code '));
  });

  it('refuses to leave nothing, or to touch the front matter', () => {
    expect(() => edit([change('c1', { text: ' ' })])).toThrow('need words');
    expect(() => edit([change('title:1', { text: 'x' })], '---\ntitle: Front\n---\ngantt\nA :2024-01-01, 1d')).toThrow('front matter');
  });
});

describe('dragging a bar', () => {
  it('changes its start, in whole days', () => {
    const { x, day } = bar('s1');
    expect(after([change('s1', { x: x + 2.2 * day })])).toBe(source.replace('2024-01-01, 10d', '2024-01-03, 10d'));
    expect(after([change('s1', { x: x - 3 * day })])).toBe(source.replace('2024-01-01, 10d', '2023-12-29, 10d'));
  });

  it('moves both of its dates', () => {
    const { x, day } = bar('c1');
    expect(after([change('c1', { x: x + day })])).toBe(source.replace('2024-01-10, 2024-01-25', '2024-01-11, 2024-01-26'));
  });

  it('gives a date to what followed another task', () => {
    const { x, day } = bar('t1');
    expect(after([change('t1', { x: x + 2 * day })])).toBe(source.replace('after s1 c1', '2024-01-27'));
    const ship = bar('task:Ship it');
    expect(after([change('task:Ship it', { x: ship.x + day })])).toBe(source.replace('milestone, 0d', 'milestone, 2024-02-02, 0d'));
  });

  it('moves several at once, and leaves the arrows between them alone', () => {
    const [one, other] = [bar('s1'), bar('c1')];
    const edits = [
      change('s1', { x: one.x + one.day }),
      change('c1', { x: other.x + one.day }),
      change('after:s1>t1', { x: 5, points: [] }),
    ];
    expect(after(edits)).toBe(source.replace('2024-01-01', '2024-01-02').replace('2024-01-10, 2024-01-25', '2024-01-11, 2024-01-26'));
  });

  it('writes times in the format of the text', () => {
    const times = 'gantt\ndateFormat HH:mm\nA :a, 09:00, 8h\nB :b, 10:00, 30m';
    const { x, w } = bar('b', times);
    expect(after([change('b', { x: x + 4 * w })], times)).toBe(times.replace('10:00', '12:00'));
    const european = 'gantt\ndateFormat DD.MM.YYYY\nA :a, 05.01.2024, 20d';
    const wide = bar('a', european);
    expect(after([change('a', { x: wide.x + wide.day })], european)).toBe(european.replace('05', '06'));
  });

  it('says why the axis stays', () => {
    expect(() => edit([change('axis', { x: 5 })])).toThrow('drag a bar');
  });
});

describe('dragging the edge of a bar', () => {
  it('changes its duration, in the unit of the text as far as it goes', () => {
    const { w, day } = bar('s1');
    expect(after([change('s1', { w: w + 2 * day })])).toBe(source.replace('2024-01-01, 10d', '2024-01-01, 12d'));
    const weeks = source.replace('10d', '2w');
    const wide = bar('s1', weeks);
    expect(after([change('s1', { w: wide.w + 7 * wide.day })], weeks)).toBe(source.replace('10d', '3w'));
    expect(after([change('s1', { w: wide.w + wide.day })], weeks)).toBe(source.replace('10d', '15d'));
  });

  it('changes its end date, or its start with the end left where it is', () => {
    const { x, w, day } = bar('c1');
    expect(after([change('c1', { w: w - 5 * day })])).toBe(source.replace('2024-01-25', '2024-01-20'));
    expect(after([change('c1', { x: x + 5 * day, w: w - 5 * day })])).toBe(source.replace('2024-01-10', '2024-01-15'));
    const sketch = bar('s1');
    expect(after([change('s1', { x: sketch.x + 2 * day, w: sketch.w - 2 * day })])).toBe(
      source.replace('2024-01-01, 10d', '2024-01-03, 8d'),
    );
  });

  it('counts only days on which somebody works', () => {
    const worked = 'gantt\ndateFormat YYYY-MM-DD\nexcludes weekends\nA :a, 2024-01-01, 5d\nB :20d';
    const { w } = bar('a', worked);
    const model = modelOf(worked);
    const [a, b] = deriveGantt(model, block(worked), measure).shapes.filter(({ type }) => type === 'task-bar');
    const day = (b?.w ?? 0) / (((model.tasks[1]?.shownTo ?? 0) - (model.tasks[1]?.from ?? 0)) / 86_400_000);
    // From the end of Friday to the end of the next Wednesday.
    expect(a?.w).toBe(w);
    expect(after([change('a', { w: w + 5 * day })], worked)).toBe(worked.replace('5d', '8d'));
  });

  it('refuses to stretch a moment', () => {
    expect(() => edit([change('task:Ship it', { w: 80 })])).toThrow('moment');
  });
});

describe('removing', () => {
  it('takes a task out with its line, and what waited for it keeps its date', () => {
    expect(after([remove('s1')])).toBe(
      source
        .replace('    Sketch      :done, s1, 2024-01-01, 10d\n', '')
        .replace(':after s1, 5d', ':2024-01-11, 5d')
        .replace('after s1 c1', 'after c1')
        .replace('click s1,t1', 'click t1'),
    );
  });

  it('takes a section out and leaves its tasks', () => {
    expect(after([remove('section:2')])).toBe(source.replace('    section Build\n', ''));
  });

  it('takes a dependency out', () => {
    expect(after([remove('after:s1>t1')])).toBe(source.replace('after s1 c1', 'after c1'));
    expect(after([remove('after:s1>task:Review')])).toBe(source.replace('after s1, 5d', '2024-01-11, 5d'));
  });

  it('gives the task that comes first a date', () => {
    const two = 'gantt\ndateFormat YYYY-MM-DD\nA :2024-01-01, 3d\nB :2d';
    expect(after([remove('task:A')], two)).toBe('gantt\ndateFormat YYYY-MM-DD\nB :2024-01-04, 2d');
  });
});

it('connects a task to another one that it is to follow', () => {
  expect(after([change('after:s1>task:Review', { start: { shape_id: 'b/c1' } })])).toBe(source.replace('after s1, 5d', 'after c1, 5d'));
  expect(() => edit([change('after:s1>t1', { start: { shape_id: 'b/task:Review' } })])).toThrow('has no id');
});

it('writes any name so that it reads the same, and changes no other byte', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ minLength: 1, maxLength: 30 }),
        fc
          .array(
            fc.constantFrom('#', ';', '&amp;', '<br/>', 'a', '%%', '%%{', '}%', ':', '35', '"', 'title ', 'gantt ', '2024-01-01', 'click '),
            { minLength: 1 },
          )
          .map((parts) => parts.join('')),
      ),
      (text) => {
        const wanted = text.trim().replace(/\s+/g, ' ');
        fc.pre(wanted !== '' && wanted === text.trim());
        const left = after([change('c1', { text })]);
        const task = modelOf(left).tasks.find(({ id }) => id === 'c1');
        expect(task && taskText(task)).toBe(wanted);
        const start = source.indexOf('Code');
        expect(left.startsWith(source.slice(0, start))).toBe(true);
        expect(left.endsWith(source.slice(start + 4))).toBe(true);
      },
    ),
  );
});

it('drags any task by any number of days, and leaves all others that do not follow it where they are', () => {
  fc.assert(
    fc.property(fc.constantFrom('s1', 'c1', 't1', 'task:Review'), fc.integer({ min: -20, max: 20 }), (id, days) => {
      const { x, day } = bar(id);
      const before = modelOf(source).tasks;
      const moved = modelOf(after([change(id, { x: x + days * day })])).tasks;
      const at = before.findIndex(({ nodeId }) => nodeId === id);
      expect((moved[at]?.from ?? 0) - (before[at]?.from ?? 0)).toBe(days * 86_400_000);
      expect((moved[at]?.to ?? 0) - (before[at]?.to ?? 0)).toBe(days * 86_400_000);
      const followers = new Set(
        id === 's1' ? ['task:Review', 't1', 'task:Ship it'] : id === 'c1' ? ['t1', 'task:Ship it'] : ['task:Ship it'],
      );
      for (const [other, task] of before.entries()) {
        if (other !== at && !followers.has(task.nodeId)) expect(moved[other]?.from).toBe(task.from);
      }
    }),
  );
});

describe('rows', () => {
  const three =
    'gantt\n  dateFormat YYYY-MM-DD\n  section One\n  A :a, 2024-01-01, 5d\n  B :b, 2024-01-03, 5d\n  section Two\n  C :c, after a, 2d\n  D :d, 2024-01-08, 2d\n';
  const { change: changed, shapes } = editing('mermaid');
  const y = (task: string) => shapes(three).find(({ id }) => id === `b/${task}`)?.y ?? 0;

  it('are changed by dragging a bar up or down, into another section too', () => {
    expect(changed(three, 'b', { y: y('a') - 4 })).toBe(
      three.replace('  B :b, 2024-01-03, 5d\n', '').replace('  A', '  B :b, 2024-01-03, 5d\n  A'),
    );
    expect(changed(three, 'b', { y: y('c') + 4 })).toBe(
      three.replace('  B :b, 2024-01-03, 5d\n', '').replace('after a, 2d\n', 'after a, 2d\n  B :b, 2024-01-03, 5d\n'),
    );
    expect(changed(three, 'b', { y: y('b') + 4 })).toBe(three);
  });

  it('stay where another task begins when the one before it ends', () => {
    const waiting = three.replace(':d, 2024-01-08, 2d', ':2d').replace('2024-01-03, 5d', '2024-01-03, 9d');
    expect(changed(waiting, 'c', { y: y('a') - 4 })).toContain('would move');
  });

  it('an arrow leads to another task: that waits now, and the first one keeps its date', () => {
    expect(changed(three, 'after:a>c', { end: { shape_id: 'b/d' } })).toBe(
      three.replace('after a, 2d', '2024-01-06, 2d').replace('2024-01-08', 'after a'),
    );
    expect(changed(three, 'after:a>c', { end: { shape_id: 'b/a' } })).toContain('wait for the other');
  });
});
