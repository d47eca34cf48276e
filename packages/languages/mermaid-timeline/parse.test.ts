import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimelineModel } from './model.ts';
import { parseTimeline } from './parse.ts';

function model(source: string): TimelineModel {
  const parsed = parseTimeline(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.model;
}

const periods = (source: string) =>
  model(source).periods.map(({ label, events }) => [label.text, ...events.map((event) => event.label.text)]);

describe('a timeline', () => {
  it('has times, each with what happened in it, on one line or more', () => {
    expect(periods('timeline\n  2002 : LinkedIn\n  2004 : Facebook : Google\n       : Flickr\n  2005')).toEqual([
      ['2002', 'LinkedIn'],
      ['2004', 'Facebook', 'Google', 'Flickr'],
      ['2005'],
    ]);
  });

  it('has sections, a title and a direction', () => {
    const { title, direction, sections, periods: all } = model('timeline TD\n title T: a\n 1 : x\n section One\n 2\n section Two\n 3');
    expect({ title, direction }).toEqual({ title: 'T: a', direction: 'TD' });
    expect(sections.map(({ label }) => label.text)).toEqual(['One', 'Two']);
    expect(all.map(({ section }) => section)).toEqual([undefined, 0, 1]);
  });

  it('reads colons without a blank, comments and entities', () => {
    expect(periods('timeline\n  %% aside\n  a : http://example.org # no\n  b #9829; : c')).toEqual([
      ['a', 'http://example.org # no'],
      ['b #9829;', 'c'],
    ]);
  });

  it('tells where it is wrong', () => {
    const wrong = (source: string) => {
      const parsed = parseTimeline(source);
      return parsed.ok ? undefined : parsed.diagnostics[0];
    };
    expect(wrong('timeline\n  : x')).toMatchObject({ line: 2, column: 3, message: expect.stringContaining('write one before it') });
    expect(wrong('timeline\n  a:b')).toMatchObject({ line: 2, column: 4, message: expect.stringContaining('a blank behind ":"') });
    expect(wrong('timelines')).toMatchObject({ line: 1, column: 1, message: expect.stringContaining('"timeline"') });
  });
});

describe('properties', () => {
  it('reads back what is printed', () => {
    const words = fc.stringMatching(/^[A-Z][a-z]{2,6}(?: [a-z]{2,6})?$/).filter((text) => !/^(?:title|section|timeline|acc)/i.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(words, fc.array(words, { maxLength: 3 })), { maxLength: 10 }), (all) => {
        const text = all.map(([label, events]) => `  ${[label, ...events].join(' : ')}`).join('\n');
        expect(periods(`timeline\n${text}`)).toEqual(all.map(([label, events]) => [label, ...events]));
      }),
    );
  });

  it('answers any text', () => {
    const bits = fc.constantFrom(
      '\n',
      ' ',
      ':',
      ': ',
      'a',
      'section ',
      'title ',
      'timeline',
      '#',
      ';',
      '%%',
      '%%{',
      '}',
      'accDescr {',
      'accTitle:',
      'é',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits, { maxLength: 60 }).map((parts) => `timeline\n${parts.join('')}`),
        ),
        (source) => {
          const parsed = parseTimeline(source);
          for (const { from, to } of parsed.ok ? parsed.warnings : parsed.diagnostics) {
            expect(from).toBeLessThanOrEqual(to);
            expect(to).toBeLessThanOrEqual(source.length);
          }
        },
      ),
    );
  });
});
