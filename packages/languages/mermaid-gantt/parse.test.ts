import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GanttModel } from './model.ts';
import { parseGantt } from './parse.ts';

function model(source: string): GanttModel {
  const parsed = parseGantt(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.model;
}

const day = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString().slice(0, 10));
const minute = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString().slice(11, 16));
const dates = (lines: string) => model(`gantt\ndateFormat YYYY-MM-DD\n${lines}`).tasks.map(({ from, to }) => `${day(from)}/${day(to)}`);

afterEach(() => void vi.useRealTimers());

describe('tasks', () => {
  it('begin at a date and take a duration, or end at a date [F272]', () => {
    expect(dates('Task1 :a1, 2024-01-01, 30d\nTask2 :2024-02-01, 2024-02-05')).toEqual(['2024-01-01/2024-01-31', '2024-02-01/2024-02-05']);
  });

  it('begin after the one before when they say nothing, or after the last of those that they name [F298]', () => {
    expect(dates('A :a, 2024-01-01, 3d\nB :5d\nC :after a task1, 1d\nD :after a, 1w')).toEqual([
      '2024-01-01/2024-01-04',
      '2024-01-04/2024-01-09',
      '2024-01-09/2024-01-10',
      '2024-01-04/2024-01-11',
    ]);
  });

  it('may name later ones, and end where others begin', () => {
    expect(dates('A :after b, 1d\nB :b, 2024-01-05, 2d\nC :2024-01-01, until b')).toEqual([
      '2024-01-07/2024-01-08',
      '2024-01-05/2024-01-07',
      '2024-01-01/2024-01-05',
    ]);
  });

  it.each([
    ['90m', '09:30'],
    ['1.5h', '09:30'],
    ['30s', '08:00'],
    ['1d', '08:00'],
  ])('that begin at eight and take %s end at %s', (duration, end) => {
    const [task] = model(`gantt\ndateFormat YYYY-MM-DD HH:mm\nA :2024-01-01 08:00, ${duration}`).tasks;
    expect(minute(task?.to)).toBe(end);
  });

  it('count months and years by the calendar', () => {
    expect(dates('A :2024-01-31, 1M\nB :2024-02-29, 1y')).toEqual(['2024-01-31/2024-02-29', '2024-02-29/2025-02-28']);
  });

  it('have tags, an id, a section and an address', () => {
    const { tasks, sections } = model(
      'gantt\ndateFormat YYYY-MM-DD\nsection One\nA :crit, done, a1, 2024-01-01, 0d\nclick a1 href "https://example.org"',
    );
    expect(sections).toMatchObject([{ title: { text: 'One' } }]);
    expect(tasks).toMatchObject([{ id: 'a1', tags: new Set(['crit', 'done']), section: 0, href: 'https://example.org' }]);
  });

  it('never have an address that runs a script', () => {
    const [task] = model('gantt\ndateFormat YYYY-MM-DD\nA :a, 2024-01-01, 1d\nclick a href "javascript:alert(1)"').tasks;
    expect(task?.href).toBeUndefined();
  });

  it('wait for today when they wait for nobody', () => {
    vi.useFakeTimers({ now: new Date(2024, 4, 6, 15, 30) });
    expect(dates('A :after nobody, 1d')).toEqual(['2024-05-06/2024-05-07']);
    const parsed = parseGantt('gantt\nA :after nobody, 1d');
    expect(parsed.ok && parsed.warnings).toMatchObject([{ message: 'There is no task with the id "nobody".', line: 2, column: 10 }]);
  });
});

describe('the calendar', () => {
  it('skips free days, which belong to the task but not to its bar', () => {
    const [task] = model('gantt\ndateFormat YYYY-MM-DD\nexcludes weekends\nA :2024-01-04, 3d').tasks;
    // Thursday, Friday, Monday.
    expect([day(task?.from), day(task?.to), day(task?.shownTo)]).toEqual(['2024-01-04', '2024-01-09', '2024-01-09']);
  });

  it('has weekends on Friday and Saturday when told so, and exceptions', () => {
    expect(dates('excludes weekends\nweekend friday\nA :2024-01-03, 3d')).toEqual(['2024-01-03/2024-01-08']);
    expect(dates('excludes sunday 2024-01-08\nincludes 2024-01-07\nA :2024-01-06, 3d')).toEqual(['2024-01-06/2024-01-10']);
  });

  it('counts the last day in when asked to', () => {
    expect(dates('inclusiveEndDates\nA :2024-01-01, 2024-01-03')).toEqual(['2024-01-01/2024-01-04']);
  });
});

describe('errors', () => {
  it.each([
    ['gantt\n  A', 2, 4, '":" and the dates of the task'],
    ['gantt\n  A :3d', 2, 6, 'The first task needs a start'],
    ['gantt\n  dateFormat YYYY-MM-DD\n  A :someday, 3d', 3, 6, 'a date like "YYYY-MM-DD"'],
    ['gantt\n  A :done', 2, 6, 'needs a duration'],
    ['gantt\n  A :a, b, c, d, e', 2, 6, 'at most an id'],
    ['gantt\n  click a', 2, 10, 'an address'],
    ['gantt\n  topAxis', 2, 3, 'front matter'],
    ['gantt\n  2024-01-01 :3d', 2, 3, 'Expected a task'],
    [
      'gantt\n  dateFormat YYYY-MM-DD\n  excludes monday tuesday wednesday thursday friday weekends\n  A :2024-01-01, 3d',
      4,
      18,
      'never ends',
    ],
  ])('of %j stand at line %i, column %i', (source, line, column, words) => {
    const parsed = parseGantt(source);
    expect(parsed.ok ? undefined : parsed.diagnostics[0]).toMatchObject({ line, column, message: expect.stringContaining(words) });
  });

  it('are only warnings where tasks wait for each other in a circle', () => {
    const parsed = parseGantt('gantt\nA :a, after b, 1d\nB :b, after a, 1d');
    expect(parsed.ok && parsed.warnings).toMatchObject([
      { message: expect.stringContaining('“A”') },
      { message: expect.stringContaining('“B”') },
    ]);
  });
});

const name = fc
  .stringMatching(/^[A-Z][a-z]{2,6}(?: [a-z]{2,6})?$/)
  .filter((text) => !/^(?:title|section|gantt|click|call|href|weekend|weekday)/i.test(text));

describe('properties', () => {
  it('reads back what is printed', () => {
    const task = fc.record({
      label: name,
      tags: fc.uniqueArray(fc.constantFrom('crit', 'done', 'active', 'milestone')),
      start: fc.integer({ min: 0, max: 4_000 }),
      days: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(task, { maxLength: 12 }), (tasks) => {
        const date = (days: number) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10);
        const lines = tasks.map(
          ({ label, tags, start, days }, at) => `${label} : ${[...tags, `id${at}`, date(start), `${days}d`].join(', ')}`,
        );
        const read = model(`gantt\ndateFormat YYYY-MM-DD\n${lines.join('\n')}`).tasks;
        expect(read.map(({ label, tags, from, to }) => [label.text, [...tags], day(from), day(to)])).toEqual(
          tasks.map(({ label, tags, start, days }) => [label, tags, date(start), date(start + days)]),
        );
      }),
    );
  });

  it('answers any text', () => {
    const bits = fc.constantFrom(
      '\n',
      ' ',
      ':',
      ',',
      '2024-01-01',
      '3d',
      'after ',
      'a',
      'until ',
      'section ',
      'title ',
      'click ',
      'href "',
      '"',
      'call ',
      '(',
      ')',
      'crit',
      'milestone',
      'dateFormat ',
      'YYYY',
      'excludes ',
      'weekends',
      '%%',
      '#',
      ';',
      'accDescr {',
      '}',
      'weekday monday',
      'é',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits, { maxLength: 60 }).map((parts) => `gantt\n${parts.join('')}`),
        ),
        (source) => {
          const parsed = parseGantt(source);
          for (const { from, to } of parsed.ok ? parsed.warnings : parsed.diagnostics) {
            expect(from).toBeLessThanOrEqual(to);
            expect(to).toBeLessThanOrEqual(source.length);
          }
        },
      ),
    );
  });
});
