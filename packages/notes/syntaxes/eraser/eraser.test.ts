import { checkSource } from '@autograph/languages';
import { CompletionContext, snippet } from '@codemirror/autocomplete';
import { EditorState, type Transaction } from '@codemirror/state';
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completeEraser } from './completion.ts';
import { eraserLanguage } from './language.ts';
import { snippetKinds } from './snippets.ts';

const names = tagHighlighter([
  { tag: tags.keyword, class: 'keyword' },
  { tag: tags.operator, class: 'operator' },
  { tag: tags.string, class: 'string' },
  { tag: tags.comment, class: 'comment' },
  { tag: tags.propertyName, class: 'property' },
]);

function colours(source: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  highlightTree(eraserLanguage.parser.parse(source), names, (from, to, name) => {
    found[name] = [...(found[name] ?? []), source.slice(from, to)];
  });
  return found;
}

const offers = (source: string) =>
  completeEraser(new CompletionContext(EditorState.create({ doc: source }), source.length, true))?.options.map(({ label }) => label) ?? [];

it('tells settings, connectors, properties, labels and remarks apart', () => {
  const found = colours('direction down\nWeb-app [icon: aws-s3, color: "red"] --> B: see https://x.y // note');
  expect(found.keyword).toEqual(['direction']);
  expect(found.operator).toEqual(['-->']);
  expect(found.property).toEqual(['icon', 'color']);
  expect(found.string).toEqual(['aws-s3', '"red"', ': see https://x.y']);
  expect(found.comment).toEqual(['// note']);
});

it('gets through any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => void colours(`A [${text}`)));
});

it('offers properties, their values, settings and the names in use', () => {
  expect(offers('Web [')).toEqual(expect.arrayContaining(['icon', 'color']));
  expect(offers('Web [icon: user, color: ')).toContain('blue');
  expect(offers('direction ')).toEqual(['down', 'up', 'right', 'left']);
  expect(offers('Gateway > API\ng')).toEqual(expect.arrayContaining(['direction', 'Gateway', 'API']));
});

function written(template: string): string {
  let text = '';
  const dispatch = (transaction: Transaction) => {
    text = transaction.state.doc.toString();
  };
  snippet(template)({ state: EditorState.create(), dispatch }, null, 0, 0);
  return text;
}

it.each(Object.values(snippetKinds).flat())('the pattern “$label” is right as it stands', ({ template }) => {
  expect(checkSource('eraser', written(template))).toEqual([]);
});
