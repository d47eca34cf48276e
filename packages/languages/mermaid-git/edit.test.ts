import type { Block } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { editGit } from './edit.ts';
import { plainText } from './labels.ts';
import { parseGit } from './parse.ts';

const source = `gitGraph
    title History
    commit id: "init" tag: "v0.1"
    %% the new shape
    branch feature/login
    commit id: "form"  %% a form
    commit
    checkout main
    commit
    merge feature/login id: "m1" tag: "v1.0"
    branch release
    checkout feature/login
    commit id: "fix"
    checkout release
    cherry-pick id: "fix"
`;
const block = (text: string): Block => ({ id: 'b', language: 'mermaid', source: text, x: 0, y: 0, index: 'a0', layout: {} });

function edit(edits: readonly DerivedShapeEdit[], text = source): BlockEdit {
  const parsed = parseGit(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  const result = editGit(parsed.model, block(text), edits);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const change = (node_id: string, changes: object): DerivedShapeEdit => ({ kind: 'change', node_id, change: { ...changes } });
const remove = (node_id: string): DerivedShapeEdit => ({ kind: 'remove', node_id });
const after = (edits: readonly DerivedShapeEdit[], text = source) => applyBlockEdit(block(text), edit(edits, text)).source;

describe('renaming', () => {
  it('changes a commit’s id wherever it is named', () => {
    expect(after([change('commit:fix', { text: 'repair' })])).toBe(source.replaceAll('"fix"', '"repair"'));
  });

  it('names a commit that has no id', () => {
    expect(after([change('commit:main:2', { text: 'second' })])).toBe(
      source.replace('checkout main\n    commit\n', 'checkout main\n    commit id: "second"\n'),
    );
  });

  it('changes a branch wherever it is named, in quotes when it must', () => {
    expect(after([change('branch:feature/login', { text: 'feature/sign-in' })])).toBe(
      source.replaceAll('feature/login', 'feature/sign-in'),
    );
    expect(after([change('branch:release', { text: 'the release' })])).toBe(
      source.replaceAll(/(?<=branch |checkout )release/g, '"the release"'),
    );
  });

  it('changes tags and the title in place', () => {
    expect(after([change('tag:commit:m1:1', { text: 'v1.1' })])).toBe(source.replace('"v1.0"', '"v1.1"'));
    expect(after([change('tag:commit:release:1:1', { text: 'picked' })])).toBe(
      source.replace('cherry-pick id: "fix"', 'cherry-pick id: "fix" tag: "picked"'),
    );
    expect(after([change('title:1', { text: 'Our history' })])).toBe(source.replace('History', 'Our history'));
  });

  it('refuses names that are taken or belong to the configuration', () => {
    expect(() => edit([change('commit:fix', { text: 'form' })])).toThrow('already');
    expect(() => edit([change('branch:release', { text: 'main' })])).toThrow('already');
    expect(() => edit([change('branch:main', { text: 'trunk' })])).toThrow('mainBranchName');
  });
});

describe('removing', () => {
  it('takes a commit out, with what was picked from it', () => {
    expect(after([remove('commit:fix')])).toBe(source.replace('    commit id: "fix"\n', '').replace('    cherry-pick id: "fix"\n', ''));
  });

  it('takes a branch out with all that is on it and every line that names it', () => {
    expect(after([remove('branch:feature/login')])).toBe(`gitGraph
    title History
    commit id: "init" tag: "v0.1"
    %% the new shape
      %% a form
    checkout main
    commit
    branch release
    checkout release
`);
  });

  it('takes tags out', () => {
    expect(after([remove('tag:commit:m1:1')])).toBe(source.replace(' tag: "v1.0"', ''));
    expect(after([remove('tag:commit:release:1:1')])).toBe(source.replace('cherry-pick id: "fix"', 'cherry-pick id: "fix" tag: ""'));
  });

  it('says what cannot go', () => {
    expect(() => edit([remove('branch:main')])).toThrow('always there');
    expect(() => edit([remove('link:commit:init>commit:main:2')])).toThrow('order of the lines');
    expect(() => edit([remove('commit:a')], 'gitGraph\ncommit id:"a"\nbranch b\ncommit\ncheckout main\nmerge b')).toThrow('depend on this');
  });
});

it('says why commits stay', () => {
  expect(() => edit([change('commit:init', { x: 5 })])).toThrow('order of the text');
});

it('writes any name so that it reads the same, and changes no other byte', () => {
  const words = fc.oneof(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc
      .array(fc.constantFrom('#', ';', '&amp;', '<br/>', '\\', '\\n', 'a', '%%', '%%{', "'", '"', '35', 'commit', '/', '.'), {
        minLength: 1,
      })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(words, fc.constantFrom('commit:form', 'branch:release', 'tag:commit:init:1'), (text, id) => {
      const wanted = text.trim().replace(/\s+/g, ' ');
      fc.pre(wanted !== '' && wanted === text.trim() && !['init', 'm1', 'fix', 'main'].includes(wanted));
      const left = after([change(id, { text })]);
      const parsed = parseGit(left);
      const model = parsed.ok ? parsed.model : undefined;
      const read = id.startsWith('commit')
        ? model?.commits[1]?.id
        : id.startsWith('branch')
          ? model?.branches.find(({ range }) => left.slice(range?.from).startsWith('branch') && range && range.from > 200)?.name
          : model?.commits[0]?.tags[0]?.text;
      expect(read && plainText(read)).toBe(wanted);
      expect(left.split('\n')).toHaveLength(source.split('\n').length);
    }),
  );
});
