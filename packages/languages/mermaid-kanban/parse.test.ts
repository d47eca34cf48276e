import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../registry.ts';
import type { KanbanModel } from './model.ts';
import { parseKanban } from './parse.ts';

function model(source: string): KanbanModel {
  const parsed = parseKanban(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.model;
}

describe('a kanban board', () => {
  it('has columns with cards, however deep these are indented', () => {
    const { columns } = model('kanban\n  todo[To do]\n    a[First]\n      Second\n  Done\n    [Third]');
    expect(columns.map(({ text, cards }) => [text, ...cards.map((card) => card.text)])).toEqual([
      ['To do', 'First', 'Second'],
      ['Done', 'Third'],
    ]);
  });

  it('reads metadata on one line or more, and addresses of tickets', () => {
    const { columns, ticketBaseUrl } = model(`---
config:
  kanban:
    ticketBaseUrl: 'https://example.org/#TICKET#'
---
kanban
  todo
    a[A]@{ ticket: MC-1, assigned: 'knsv', priority: 'Very High' }
    b[B]@{
      label: "Other"
      ticket: 12
    }`);
    expect(ticketBaseUrl).toBe('https://example.org/#TICKET#');
    expect(columns[0]?.cards).toMatchObject([
      { text: 'A', ticket: 'MC-1', assigned: 'knsv', priority: 'Very High' },
      { text: 'Other', ticket: '12' },
    ]);
  });

  it('tells where it is wrong', () => {
    const wrong = (source: string) => {
      const parsed = parseKanban(source);
      return parsed.ok ? undefined : parsed.diagnostics[0];
    };
    expect(wrong('kanban\n  a[A]@{ ticket: [ }')).toMatchObject({ line: 2, message: expect.stringContaining('metadata') });
    expect(wrong('kanban\n  a\n b\n  c')).toMatchObject({ line: 4, message: expect.stringContaining('further out') });
    expect(wrong('kanban\n  a[x')).toMatchObject({ message: expect.stringContaining('bracket that closes') });
  });

  it('answers any text', () => {
    const bits = fc.constantFrom(
      '\n',
      ' ',
      '   ',
      'a',
      '(',
      ')',
      '[',
      ']',
      '@{',
      '}',
      'ticket: ',
      '"',
      '^',
      ',',
      '::icon(',
      ':::',
      '%%',
      '#',
      ';',
      'é',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits, { maxLength: 60 }).map((parts) => `kanban\n${parts.join('')}`),
        ),
        (source) => {
          const parsed = parseKanban(source);
          for (const { from, to } of parsed.ok ? parsed.warnings : parsed.diagnostics) {
            expect(from).toBeLessThanOrEqual(to);
            expect(to).toBeLessThanOrEqual(source.length);
          }
        },
      ),
    );
  });
});

it.each(['kanban\n%%\n  A', 'kanban\n  %%\n  A', 'kanban\n%%\n\n  A', '%%\nkanban\n  A', 'kanban\n  A\n%%'])(
  'remarks that say nothing stand anywhere: %j',
  (source) => {
    expect(detectLanguage('mermaid', source)?.id).toBe('mermaid-kanban');
    expect(parseKanban(source)).toMatchObject({ ok: true, model: { columns: [{ text: 'A' }] } });
  },
);
