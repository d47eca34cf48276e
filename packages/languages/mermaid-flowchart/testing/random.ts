import fc from 'fast-check';
import { filled, type Part, type RandomLanguage, texts } from '../../testing/random-text.ts';

const id = fc.constantFrom('A', 'B', 'C', 'D', 'api', 'db-1', 'web_app');
const node = filled('??', id, fc.constantFrom('', '', '[Label]', '("Two words")', '{Why?}', '[(Store)]', '@{ shape: doc }'));
const arrow = fc.constantFrom(' --> ', ' -.-> ', ' ==> ', ' -->|yes| ', ' -- no --> ', ' --- ');
const chain = fc.oneof(
  node,
  filled('???', node, arrow, node),
  filled('?????', node, arrow, node, arrow, node),
  filled('? & ???', node, node, arrow, node),
);
const line = fc.oneof({ weight: 8, arbitrary: chain }, { weight: 1, arbitrary: fc.constantFrom('style A fill:#fff', 'class A hot') });
const group = (name: string) =>
  fc.array(chain, { minLength: 1, maxLength: 3 }).map((inside): Part => ({ opens: `subgraph ${name}`, inside, closes: 'end' }));

export const random: RandomLanguage = {
  sources: texts(
    fc.constantFrom('flowchart TD', 'graph LR'),
    fc
      .tuple(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.option(group('one [First]'), { nil: undefined }),
        fc.array(line, { maxLength: 2 }),
      )
      .map(([before, one, after]): readonly Part[] => [...before, ...(one ? [one] : []), ...after]),
  ),
  lines: ['X --> Y', 'A --> X[New]', '%% typed', 'C --> A'],
};
