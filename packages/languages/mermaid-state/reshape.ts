import type { DerivedShapeEdit } from '@autograph/editor';
import type { Patches } from '../collect-edits.ts';
import type { State, StateKind, StateModel } from './model.ts';
import { isBareName, lineBefore } from './source-forms.ts';
import { wholeStatement } from './statements.ts';

/** What states become by edits of their outlines. */
export function reshapedKinds(model: StateModel, edits: readonly DerivedShapeEdit[]): ReadonlyMap<string, StateKind> {
  return new Map(
    edits.flatMap((edit) => {
      const state = edit.kind === 'change' && 'outline' in edit.change ? model.states.find(({ id }) => id === edit.node_id) : undefined;
      const kind = state && edit.kind === 'change' ? kindIn(model, state, edit.change.outline) : undefined;
      return state && kind ? [[state.id, kind] as const] : [];
    }),
  );
}

/** What a state is in an outline: a bar joins where more leads to it than away from it. */
function kindIn({ transitions }: StateModel, { id, kind }: State, outline: unknown): StateKind | undefined {
  if (outline === 'rounded') return 'state';
  if (outline === 'diam') return 'choice';
  if (outline !== 'fork') return undefined;
  if (kind === 'fork' || kind === 'join') return kind;
  const count = (end: 'from' | 'to') => transitions.filter((transition) => transition[end] === id).length;
  return count('to') > count('from') ? 'join' : 'fork';
}

/** The mark of a choice, a fork or a join set, changed or taken away, where the state is first named. */
export function reshape(model: StateModel, source: string, state: State, outline: unknown): Patches {
  const kind = kindIn(model, state, outline);
  if (state.kind === 'start' || state.kind === 'end' || state.kind === 'divider')
    return { refused: 'Starts and ends are what their transitions make them.' };
  if (!kind) return { refused: 'A state diagram has states, choices, forks and joins.' };
  if (kind === state.kind) return [];
  const marked = state.uses.flatMap(({ statement }) => (statement.kind === 'state' && statement.pseudo ? [statement] : []));
  if (marked.length > 0)
    return marked.flatMap((statement) => {
      const { mention, from, to } = statement;
      const mark = mention.to + source.slice(mention.to, to).search(/<<|\[\[/);
      if (kind !== 'state') return [{ from: mark, to, insert: `<<${kind}>>` }];
      // The keyword says nothing before a name alone.
      const keyword = { from: wholeStatement(source, statement).from, to: from, insert: '' };
      return [keyword, { from: mention.to, to, insert: '' }];
    });
  if (state.composite || state.descriptions.length > 0 || !isBareName(state.id))
    return { refused: 'Choices, forks and joins have no words and nothing in them.' };
  const [first] = state.uses;
  if (!first) return { refused: 'This state is not named in the text.' };
  return [lineBefore(source, wholeStatement(source, first.statement), `state ${state.id} <<${kind}>>`)];
}
