import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GitModel } from './model.ts';
import { parseGit } from './parse.ts';

function model(source: string): GitModel {
  const parsed = parseGit(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.model;
}

const git = (...lines: string[]) => model(`gitGraph\n${lines.join('\n')}`);

describe('history', () => {
  it('puts commits on the branch that is checked out, after its last one [F274]', () => {
    const { commits, branches } = git('commit id: "a"', 'branch develop', 'commit id: "b"', 'checkout main', 'commit id: "c"');
    expect(branches.map(({ name }) => name)).toEqual(['main', 'develop']);
    expect(commits).toMatchObject([
      { id: 'a', branch: 'main', parents: [] },
      { id: 'b', branch: 'develop', parents: ['a'] },
      { id: 'c', branch: 'main', parents: ['a'] },
    ]);
  });

  it('merges a branch into the one that is checked out [F274]', () => {
    const { commits } = git('commit id:"a"', 'branch dev', 'commit id:"b"', 'checkout main', 'merge dev id:"m" tag:"v1" type:HIGHLIGHT');
    expect(commits.at(-1)).toMatchObject({ id: 'm', kind: 'merge', type: 'HIGHLIGHT', parents: ['a', 'b'], tags: [{ text: 'v1' }] });
  });

  it('picks a commit onto another branch, tagged with where it is from [F300]', () => {
    const { commits } = git('commit id:"a"', 'branch dev', 'commit id:"b"', 'checkout main', 'cherry-pick id:"b"');
    expect(commits.at(-1)).toMatchObject({ kind: 'cherry-pick', branch: 'main', parents: ['a', 'b'], tags: [{ text: 'cherry-pick:b' }] });
  });

  it('reads messages, types and several tags, and names in quotes', () => {
    const { commits, branches } = git('commit "first one" type: REVERSE tag: "x" tag: \'y\'', 'branch "cherry-pick" order: 2', 'commit');
    expect(commits[0]).toMatchObject({ message: 'first one', type: 'REVERSE', tags: [{ text: 'x' }, { text: 'y' }] });
    expect(branches[1]).toMatchObject({ name: 'cherry-pick', order: 2 });
  });

  it('orders lanes by the order of branches, the main one first unless told otherwise', () => {
    const lanes = (front: string) =>
      model(`${front}gitGraph\ncommit\nbranch a order: 3\nbranch b order: 1\nbranch c`).branches.map(({ name }) => name);
    expect(lanes('')).toEqual(['main', 'c', 'b', 'a']);
    expect(lanes('---\nconfig:\n  gitGraph:\n    mainBranchName: trunk\n    mainBranchOrder: 2\n---\n')).toEqual(['c', 'b', 'trunk', 'a']);
    expect(lanes('%%{init: {"gitGraph": {"mainBranchOrder": 9}}}%%\n')).toEqual(['c', 'b', 'a', 'main']);
  });

  it.each(['LR', 'TB', 'BT'])('runs %s', (direction) => {
    expect(model(`gitGraph ${direction}:\ncommit`).direction).toBe(direction);
  });
});

describe('errors', () => {
  it.each([
    ['gitGraph\n  commit\n  merge dev', 3, 9, 'no branch “dev”'],
    ['gitGraph\n  checkout dev', 2, 12, 'Write “branch dev”'],
    ['gitGraph\n  commit\n  branch main', 3, 10, 'already'],
    ['gitGraph\n  commit\n  branch dev\n  checkout main\n  merge dev', 5, 9, 'same commit'],
    ['gitGraph\n  commit\n  cherry-pick id: "x"', 3, 3, 'names a commit'],
    ['gitGraph\n  commit type: LOUD', 2, 16, 'NORMAL, REVERSE or HIGHLIGHT'],
    ['gitGraph\n  commit id: x', 2, 14, 'a text in quotes'],
    ['gitGraph\n  comit', 2, 3, 'but found "comit"'],
    ['gitGraph TB\n  commit', 1, 12, '":" after the direction'],
    ['gitGraph\n  commit\n  branch commit', 3, 10, 'in quotes'],
  ])('of %j stand at line %i, column %i', (source, line, column, words) => {
    const parsed = parseGit(source);
    expect(parsed.ok ? undefined : parsed.diagnostics[0]).toMatchObject({ line, column, message: expect.stringContaining(words) });
  });
});

describe('properties', () => {
  it('reads back what is printed', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('commit' as const), tags: fc.array(fc.stringMatching(/^[a-z0-9. ]{1,8}$/), { maxLength: 2 }) }),
      fc.record({ kind: fc.constant('branch' as const) }),
      fc.record({ kind: fc.constant('checkout' as const), at: fc.nat(5) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const lines: string[] = [];
        const expected: { id: string; branch: string; tags: string[] }[] = [];
        const branches = ['main'];
        let current = 'main';
        for (const [at, one] of steps.entries()) {
          if (one.kind === 'commit') {
            lines.push(`commit id: "c${at}"${one.tags.map((tag) => ` tag: "${tag}"`).join('')}`);
            expected.push({ id: `c${at}`, branch: current, tags: one.tags });
          } else {
            current = one.kind === 'branch' ? `b${at}` : (branches[one.at % branches.length] ?? 'main');
            lines.push(one.kind === 'branch' ? `branch ${current}` : `checkout ${current}`);
            if (one.kind === 'branch') branches.push(current);
          }
        }
        const read = git(...lines);
        expect(read.branches.map(({ name }) => name)).toEqual(branches);
        expect(read.commits.map(({ id, branch, tags }) => ({ id, branch, tags: tags.map(({ text }) => text) }))).toEqual(expected);
      }),
    );
  });

  it('answers any text', () => {
    const bits = fc.constantFrom(
      '\n',
      ' ',
      'commit',
      'branch ',
      'dev',
      'main',
      'checkout ',
      'merge ',
      'cherry-pick ',
      'id:',
      '"',
      'a',
      'tag:',
      'type:',
      'REVERSE',
      'order:',
      '1',
      'title ',
      '%%',
      '#',
      ';',
      '\\',
      'é',
      '\u0000',
      'accDescr {',
      '}',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits, { maxLength: 60 }).map((parts) => `gitGraph\n${parts.join('')}`),
        ),
        (source) => {
          const parsed = parseGit(source);
          for (const { from, to } of parsed.ok ? parsed.warnings : parsed.diagnostics) {
            expect(from).toBeLessThanOrEqual(to);
            expect(to).toBeLessThanOrEqual(source.length);
          }
        },
      ),
    );
  });
});
