import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowLooks } from '../sequence/arrows.ts';
import type { SequenceModel } from '../sequence/model.ts';
import { parseSequence } from './parse.ts';

function model(source: string): SequenceModel {
  const parsed = parseSequence(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.model;
}

const events = (body: string) => model(`sequenceDiagram\n${body}`).events;

describe('participants', () => {
  it('come in the order of their first mention, with type and label [F263]', () => {
    const { participants } = model(
      'sequenceDiagram\n actor U as The user\n U->>Web: hi\n participant DB@{ "type": "database", "alias": "Orders" }',
    );
    expect(participants).toMatchObject([
      { id: 'U', label: 'The user', type: 'actor' },
      { id: 'Web', label: 'Web', type: 'participant' },
      { id: 'DB', label: 'Orders', type: 'database' },
    ]);
  });

  it('may hold spaces, dashes and dots', () => {
    const [message] = events('my user->>api-gateway v1.2: hello');
    expect(message).toMatchObject({ from: 'my user', to: 'api-gateway v1.2', text: 'hello' });
  });

  it('stand in coloured boxes', () => {
    const { boxes } = model(
      'sequenceDiagram\n box Aqua Back office\n participant A\n end\n box rgb(1,2,3)\n actor B\n end\n box No colour\n end',
    );
    expect(boxes).toMatchObject([
      { fill: 'Aqua', title: 'Back office', members: ['A'] },
      { fill: 'rgb(1,2,3)', title: '', members: ['B'] },
      { fill: 'transparent', title: 'No colour', members: [] },
    ]);
  });
});

describe('messages', () => {
  it.each([...arrowLooks.keys()])('have the arrow %s', (arrow) => {
    expect(events(`A${arrow}B: x`)).toMatchObject([{ kind: 'message', from: 'A', to: 'B', arrow, text: 'x' }]);
  });

  it('start and end activations by plus and minus [F264]', () => {
    const [, start, , end] = events('A->>+B: x\nB-->>-A: y');
    expect([start, end]).toMatchObject([
      { kind: 'activate', participant: 'B' },
      { kind: 'deactivate', participant: 'B' },
    ]);
  });

  it('keep entities and line breaks as written, and end at a semicolon', () => {
    expect(events('A->>B: I #9829; you<br/>all; B->>A: you #infin;')).toMatchObject([
      { text: 'I #9829; you<br/>all' },
      { text: 'you #infin;' },
    ]);
  });

  it('connect to the middle of a lifeline', () => {
    expect(events('A->>()B: x\nA()->>B: x\nA()->>()B: x')).toMatchObject([{ central: 'to' }, { central: 'from' }, { central: 'both' }]);
  });
});

it('nests blocks and their sections [F265] [F293]', () => {
  const kinds = events('par one\n A->>B: x\nand two\n loop\n A->>C: y\n end\nend').map((event) =>
    'block' in event ? `${event.kind} ${event.block}` : event.kind,
  );
  expect(kinds).toEqual(['start par', 'message', 'section par', 'start loop', 'message', 'end loop', 'end par']);
});

describe('errors', () => {
  it.each([
    ['sequenceDiagram\n  A->>B', 2, 8, '":" and the text of the message'],
    ['sequenceDiagram\n  A B', 2, 6, 'an arrow such as'],
    ['sequenceDiagram\n  loop x\n  A->>B: y\n', 4, 1, '"end" to close "loop"'],
    ['sequenceDiagram\n  else x', 2, 3, 'only inside "alt"'],
    ['sequenceDiagram\n  opt x\n  else y\n  end', 3, 3, 'not inside "opt"'],
    ['sequenceDiagram\n  deactivate B', 2, 14, 'not active'],
    ['sequenceDiagram\n  Note on A: x', 2, 8, '"left of", "right of" or "over"'],
    ['sequenceDiagram\n  create participant C\n  A->>B: x', 3, 3, 'creates "C"'],
    ['sequenceDiagram\n  box X\n  A->>B: x\n  end', 3, 3, 'in a box'],
    ['sequenceDiagram\n  participant A@{ type: [ }', 2, 19, 'metadata'],
  ])('of %j stand at line %i, column %i', (source, line, column, words) => {
    const parsed = parseSequence(source);
    expect(parsed.ok ? undefined : parsed.diagnostics[0]).toMatchObject({ line, column, message: expect.stringContaining(words) });
  });
});

const name = fc.stringMatching(/^[A-Z][a-z]{2,6}\d$/);
const words = fc.stringMatching(/^[a-zA-Z][a-zA-Z ,.?!é'"()<>/-]{0,15}[a-z]$/).filter((text) => !/^(?:no)?wrap/i.test(text));
type Line = { readonly kind: string; readonly text: string };
const line: fc.Arbitrary<Line> = fc.oneof(
  fc
    .record({ from: name, to: name, arrow: fc.constantFrom(...arrowLooks.keys()), text: words })
    .map(({ from, to, arrow, text }) => ({ kind: `${from}${arrow}${to}:${text}`, text: `${from} ${arrow} ${to} : ${text}` })),
  fc
    .record({ over: name, text: words })
    .map(({ over, text }) => ({ kind: `note ${over}:${text}`, text: `Note right of ${over}: ${text}` })),
  words.map((text) => ({ kind: `loop ${text}`, text: `loop ${text}\nend` })),
);

describe('properties', () => {
  it('reads back what is printed', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const read = events(lines.map(({ text }) => text).join('\n')).flatMap((event) => {
          if (event.kind === 'message') return [`${event.from}${event.arrow}${event.to}:${event.text}`];
          if (event.kind === 'note') return [`note ${event.over[0]}:${event.text}`];
          return event.kind === 'start' ? [`loop ${event.text}`] : [];
        });
        expect(read).toEqual(lines.map(({ kind }) => kind));
      }),
    );
  });

  it('answers any text', () => {
    const bits = fc.constantFrom(
      'participant ',
      '\n',
      ' ',
      '@{',
      '}',
      '"',
      '->>',
      '-->',
      '()',
      ':',
      'A',
      ' as ',
      'loop',
      'alt',
      'else',
      'end',
      'Note over ',
      ',',
      ';',
      '%%',
      '#',
      'box ',
      'é',
      '\u0000',
      '+',
      '-',
      '/',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits, { maxLength: 60 }).map((parts) => `sequenceDiagram\n${parts.join('')}`),
        ),
        (source) => {
          const parsed = parseSequence(source);
          for (const { from, to } of parsed.ok ? parsed.warnings : parsed.diagnostics) {
            expect(from).toBeLessThanOrEqual(to);
            expect(to).toBeLessThanOrEqual(source.length);
          }
        },
      ),
    );
  });
});
