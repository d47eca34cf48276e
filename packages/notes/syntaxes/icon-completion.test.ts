import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { syntaxOf } from '../known-syntaxes.ts';
import { completeIcons } from './icon-completion.ts';

it.each([
  ['mermaid', 'flowchart LR\n  a@{ icon: "aws:s', 'aws:s3'],
  ['mermaid', 'architecture-beta\n  service a(s3', 'aws:s3'],
  ['mermaid', 'mindmap\n  a\n  ::icon(s', 'aws:s3'],
  ['d2', 'a: {icon: s', 'aws:s3'],
  ['eraser', 'a [icon: s', 'aws-s3'],
])('%s names an icon of the library after %j: %s', async (family, source, label) => {
  const icons = syntaxOf(family)?.icons;
  if (!icons) throw new Error('no icons');
  const asked: string[] = [];
  const find = async (words: string) => {
    asked.push(words);
    return [{ id: 'aws:s3', title: 'S3' }];
  };
  const context = new CompletionContext(EditorState.create({ doc: source }), source.length, true);
  const offered = await completeIcons(icons, find)(context);
  expect(offered?.options).toEqual([{ label, detail: 'S3', type: 'constant' }]);
  expect(asked).toEqual([expect.stringMatching(/s/)]);
});
