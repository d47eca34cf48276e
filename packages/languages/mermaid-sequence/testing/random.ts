import fc from 'fast-check';
import { filled, type Part, type RandomLanguage, texts } from '../../testing/random-text.ts';

const id = fc.constantFrom('A', 'B', 'C', 'Db');
const words = fc.constantFrom('ask', 'look it up', 'done', 'ok: yes');
const message = filled(
  '????',
  id,
  fc.constantFrom('->>', '-->>', '->', '-x', '-)'),
  id,
  words.map((text) => `: ${text}`),
);
const line = fc.oneof(
  { weight: 6, arbitrary: message },
  { weight: 1, arbitrary: filled('Note over ?: ?', id, words) },
  { weight: 1, arbitrary: filled('Note right of ?: ?', id, words) },
);
const lines = fc.array(line, { minLength: 1, maxLength: 3 });
const frame = fc.oneof(
  fc
    .tuple(fc.constantFrom('loop often', 'opt maybe', 'critical now'), lines)
    .map(([opens, inside]): Part => ({ opens, inside, closes: 'end' })),
  lines.map((inside): Part => ({ opens: 'rect rgb(200, 220, 255)', inside, closes: 'end' })),
  fc.tuple(lines, lines).map(([one, two]): Part => ({ opens: 'alt good', inside: [...one, 'else bad', ...two], closes: 'end' })),
);

export const random: RandomLanguage = {
  sources: texts(
    fc.constant('sequenceDiagram'),
    fc
      .tuple(
        fc.constantFrom<readonly Part[]>(
          [],
          ['participant A', 'actor B'],
          ['participant A as Alice', 'participant Db'],
          [{ opens: 'box Aqua Inside', inside: ['participant A', 'participant B'], closes: 'end' }, 'participant C'],
        ),
        lines,
        fc.option(frame, { nil: undefined }),
        lines,
      )
      .map(([people, before, one, after]): readonly Part[] => [...people, ...before, ...(one ? [one] : []), ...after]),
  ),
  lines: ['A->>B: again', 'C->>Db: too', '%% typed', 'Note over A: hm'],
};
