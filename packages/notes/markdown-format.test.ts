import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { toggleMark } from './markdown-format.ts';

it('makes a selection bold and plain again', () => {
  let state = EditorState.create({ doc: 'a word', selection: { anchor: 2, head: 6 } });
  const toggle = () =>
    toggleMark('**')({
      state,
      dispatch: (transaction) => {
        state = transaction.state;
      },
    });
  toggle();
  expect(state.doc.toString()).toBe('a **word**');
  toggle();
  expect(state.doc.toString()).toBe('a word');
});
