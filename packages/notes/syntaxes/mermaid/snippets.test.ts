import { checkSource } from '@autograph/languages';
import { snippet } from '@codemirror/autocomplete';
import { EditorState, type Transaction } from '@codemirror/state';
import { expect, it } from 'vitest';
import { snippetKinds, snippetsOf } from './snippets.ts';

/** The text that a pattern becomes when no field is filled in. */
function written(template: string): string {
  let text = '';
  snippet(template)(
    { state: EditorState.create(), dispatch: (transaction: Transaction) => (text = transaction.state.doc.toString()) },
    null,
    0,
    0,
  );
  return text;
}

it.each(snippetKinds.flatMap((kind) => snippetsOf(kind).map((pattern) => ({ kind, ...pattern }))))(
  'the pattern “$label” of $kind is right as it stands',
  ({ kind, template }) => {
    const header = kind === 'stateDiagram' ? 'stateDiagram-v2' : kind;
    // What it is to follow is filled in by a person: that it is not there yet is only warned of.
    const problems = checkSource('mermaid', `${header}\n${written(template)}`);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);
