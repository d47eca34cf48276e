import type { Direction } from '@autograph/layout';
import { Problem } from '../mermaid/cursor.ts';
import { type Looks, lookAt } from './looks.ts';
import { type Note, noteId, type Region, regionId, type State, type StateModel, type Transition, transitionId } from './model.ts';
import type { Body, Mention, NoteStatement, Statement, StateStatement, TransitionStatement, Words } from './syntax.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

/** What holds statements: the diagram, a composite state, or a region of one. */
type Holder = string | undefined;

const rootId = 'root';

/** What the statements mean together: later ones add to the states that earlier ones named, as in Mermaid. Throws a `Problem`. */
export function resolve(
  statements: readonly Statement[],
  { source, title }: { readonly source: string; readonly title?: string },
): StateModel {
  const draft = createDraft(lookAt(statements), source);
  draft.readAll(statements, undefined);
  return {
    ...(title ? { title } : {}),
    direction: directionIn(statements),
    ...draft.parts(),
    statements,
  };
}

function createDraft(looks: Looks, source: string) {
  const states = new Map<string, Growing<State>>();
  const regions: Region[] = [];
  /** Of regions, by composite state. */
  const counts = new Map<string, number>();
  const transitions: Transition[] = [];
  const notes: Note[] = [];
  const numbered = counter();

  const visit = (mention: Mention, holder: Holder, statement: Statement, isFirst: boolean): Growing<State> | undefined => {
    const isPoint = mention.text === '[*]';
    const id = isPoint ? `${holder ?? rootId}_${isFirst ? 'start' : 'end'}` : mention.text;
    if (id === '') return undefined;
    const state = states.get(id) ?? newState(id, kindOf(statement, isPoint, isFirst), looks);
    states.set(id, state);
    state.uses.push({ statement, mention });
    if (holder !== undefined) state.parent = holder;
    return state;
  };

  const describe = (state: Growing<State>, statement: StateStatement) => {
    const { description, more } = statement;
    if (!description?.text) return;
    const lines = [description, ...(more ? [{ ...more, quoted: false }] : [])];
    for (const line of lines) state.descriptions.push({ ...line, statement: { from: statement.from, to: statement.to } });
    state.kind = 'state';
  };

  const readBody = (state: Growing<State>, body: Body) => {
    const parts = regionsIn(body.statements);
    if (!state.composite) {
      state.composite = true;
      state.kind = 'state';
      state.direction = parts ? 'TB' : directionIn(body.statements);
    }
    for (const part of parts ?? []) {
      const number = (counts.get(state.id) ?? 0) + 1;
      counts.set(state.id, number);
      const id = regionId(state.id, number);
      regions.push({ id, composite: state.id, direction: directionIn(part) });
      readAll(part, id);
    }
    if (!parts) readAll(body.statements, state.id);
  };

  const readTransition = (statement: TransitionStatement, holder: Holder) => {
    const from = visit(statement.from_state, holder, statement, true);
    const to = visit(statement.to_state, holder, statement, false);
    if (!from || !to) return;
    const id = numbered(transitionId(from.id, to.id));
    transitions.push({ id, from: from.id, to: to.id, label: statement.label?.text ?? '', statement });
  };

  const readNote = (statement: NoteStatement, holder: Holder) => {
    const about = visit(statement.mention, holder, statement, true);
    if (!about) return;
    const text = statement.block ? withoutComments(statement.text, source) : statement.text.text;
    const { from, to } = statement.text;
    notes.push({ id: numbered(noteId(about.id)), about: about.id, side: statement.side, text, textRange: { from, to }, statement });
  };

  const readAll = (statements: readonly Statement[], holder: Holder) => {
    for (const statement of statements) {
      if (statement.kind === 'state') {
        const state = visit(statement.mention, holder, statement, true);
        if (!state) continue;
        describe(state, statement);
        if (statement.body) readBody(state, statement.body);
      } else if (statement.kind === 'transition') readTransition(statement, holder);
      else if (statement.kind === 'note') readNote(statement, holder);
      else if (statement.kind === 'free_note') {
        const { from, to, text } = statement.text;
        const parent = holder === undefined ? {} : { parent: holder };
        notes.push({ id: numbered(noteId('')), text, textRange: { from, to }, statement, ...parent });
      } else if (statement.kind === 'divider') {
        const id = numbered(`${holder ?? rootId}: divider`);
        states.set(id, { ...newState(id, 'divider', looks), ...(holder !== undefined && { parent: holder }) });
      }
    }
  };

  return {
    readAll,
    parts(): Pick<StateModel, 'states' | 'regions' | 'transitions' | 'notes' | 'classDefs'> {
      const all = [...states.values()];
      for (const { composite, descriptions } of all) {
        const second = descriptions[1];
        if (composite && second) throw new Problem('A composite state has one name: this is a second one.', second);
      }
      return { states: all, regions, transitions, notes, classDefs: looks.classDefs };
    },
  };
}

function newState(id: string, kind: State['kind'], { classes, styles, links }: Looks): Growing<State> {
  const style = styles.get(id);
  const link = links.get(id);
  return {
    id,
    kind,
    composite: false,
    descriptions: [],
    classes: [...(classes.get(id) ?? [])],
    styles: [...(style?.styles ?? [])],
    ...(style && { stylesRange: style.range }),
    ...(link !== undefined && { link }),
    uses: [],
  };
}

/** What a state is when it is first named; a note that comes first leaves that open. */
function kindOf(statement: Statement, isPoint: boolean, isFirst: boolean): State['kind'] {
  if (statement.kind === 'note') return 'state';
  if (isPoint) return isFirst ? 'start' : 'end';
  return (statement.kind === 'state' ? statement.pseudo : undefined) ?? 'state';
}

/** The parts between dividers; undefined when there is none, or nothing after the last. */
function regionsIn(statements: readonly Statement[]): readonly (readonly Statement[])[] | undefined {
  const parts: Statement[][] = [[]];
  for (const statement of statements) {
    if (statement.kind === 'divider') parts.push([]);
    else parts.at(-1)?.push(statement);
  }
  return parts.length > 1 && (parts.at(-1)?.length ?? 0) > 0 ? parts : undefined;
}

function directionIn(statements: readonly Statement[]): Direction {
  const last = statements.findLast(({ kind }) => kind === 'direction');
  return last?.kind === 'direction' ? last.direction : 'TB';
}

/** Lines of a note that are comments to Mermaid are not there for its parser; here they are blank. */
function withoutComments({ text, from, to }: Words, source: string): string {
  const written = source.slice(from, to).split(/\r\n|\r|\n/);
  return text
    .split('\n')
    .filter((_, at) => !/^\s*%%(?!\{)./.test(written[at] ?? ''))
    .join('\n');
}

/** Gives the second of the same id a number, and so on. */
function counter(): (id: string) => string {
  const counts = new Map<string, number>();
  return (id) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id} (${count})`;
  };
}
