import fc from 'fast-check';
import { type RandomLanguage, texts } from '../../testing/random-text.ts';

const commit = fc.constantFrom('commit', 'commit', 'commit tag: "v1"', 'commit type: HIGHLIGHT', 'commit msg: "words"');
const commits = fc.array(commit, { minLength: 1, maxLength: 3 });

export const random: RandomLanguage = {
  sources: texts(
    fc.constantFrom('gitGraph', 'gitGraph:'),
    fc
      .tuple(commits, commits, commits, fc.boolean(), fc.boolean())
      .map(([one, two, three, merged, named]) => [
        ...one,
        ...(named ? ['commit id: "named"'] : []),
        'branch dev',
        ...two,
        'checkout main',
        ...three,
        ...(merged ? ['merge dev'] : []),
      ]),
  ),
  lines: ['commit', 'commit id: "typed"', '%% typed'],
};
