import type { ShapeChange } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import { z } from 'zod';
import type { Patches } from '../collect-edits.ts';
import { labelText } from '../mermaid/label.ts';
import { newLine, wholeLine } from '../mermaid/lines.ts';
import { mergedStyles, styleKeys, styleOfChange } from '../mermaid/style-change.ts';
import { type Description, type State, type StateModel, stateLabel } from './model.ts';
import { reshape } from './reshape.ts';
import { described, endsLine, isBareName, isPlainName, lineAfter, lineBefore, quoted } from './source-forms.ts';
import { listed, lists, mentionsOf, wholeStatement } from './statements.ts';

const known: ReadonlySet<string> = new Set(['text', 'details', 'outline', ...styleKeys]);
const linesSchema = z.array(z.string());

/** The patches for a state's name, description and look. */
export function changeState(model: StateModel, source: string, state: State, change: ShapeChange): Patches {
  if (Object.keys(change).some((key) => !known.has(key)))
    return { refused: 'This is said by the text of a state diagram: change it there.' };
  const all: TextPatch[] = [];
  for (const patches of [
    typeof change.text === 'string' && change.text.trim() !== labelText(stateLabel(state))
      ? rename(model, source, state, change.text.trim())
      : [],
    change.outline === undefined ? [] : reshape(model, source, state, change.outline),
    change.details === undefined ? [] : redescribe(state, source, change.details),
    restyle(model, source, state, change),
  ]) {
    if ('refused' in patches) return patches;
    all.push(...patches);
  }
  return all;
}

/** Another description where the state has one; else another name wherever the text has it, or a description for what cannot be a name. */
function rename(model: StateModel, source: string, state: State, text: string): Patches {
  if (state.kind !== 'state') return { refused: 'Starts, ends, choices, forks and joins have no name on the picture.' };
  if (text === '') return { refused: 'A state needs a name.' };
  const [name] = state.descriptions;
  if (name) return [{ from: name.from, to: name.to, insert: written(name, text) }];
  const plain = listed(model.statements, state.id);
  if (plain.length > 0 ? !(isPlainName(text) && isBareName(text)) : !isBareName(text)) return [describe(source, state, text)];
  if (model.states.some(({ id }) => id === text)) return { refused: `There is already a state called ${text}.` };
  return [...mentionsOf(model.statements, state.id), ...plain].map(({ from, to }) => ({ from, to, insert: text }));
}

function written({ quoted: isQuoted }: Description, text: string): string {
  return isQuoted ? quoted(text) : described(text).trimStart();
}

/** The first description of a state that has none. */
function describe(source: string, { id, uses, composite }: State, text: string): TextPatch {
  const own = uses.map(({ statement }) => statement).filter((statement) => statement.kind === 'state' && !statement.description);
  const body = composite ? own.find((statement) => statement.kind === 'state' && statement.body) : undefined;
  if (body?.kind === 'state') return { from: body.mention.from, to: body.mention.from, insert: `"${quoted(text)}" as ` };
  const alone = own.find((statement) => statement.kind === 'state' && !statement.pseudo && endsLine(source, statement.to));
  if (alone) return { from: alone.to, to: alone.to, insert: ` :${described(text)}` };
  const first = uses[0]?.statement ?? { from: source.length, to: source.length };
  return lineBefore(source, wholeStatement(source, first), `${id} :${described(text)}`);
}

/** Lines below the name: each changed in place, taken out, or added after the last. */
function redescribe(state: State, source: string, value: unknown): Patches {
  const parsed = linesSchema.safeParse(value);
  if (!parsed.success || state.kind !== 'state' || state.composite) return { refused: 'Only a simple state is described by lines.' };
  const wanted = parsed.data.map((line) => line.trim()).filter((line) => line !== '');
  const old = state.descriptions.slice(1);
  const changed = old.flatMap((line, at): TextPatch[] => {
    const text = wanted[at];
    if (text === undefined) return [takenOut(line, source)];
    return text === labelText(line.text) ? [] : [{ from: line.from, to: line.to, insert: written(line, text) }];
  });
  const added = wanted.slice(old.length).map((text) => `${state.id} :${described(text)}`);
  if (added.length === 0) return changed;
  const last = state.descriptions.at(-1);
  const [first] = state.uses;
  if (last && !isBareName(state.id)) return { refused: 'The name of this state has spaces: describe it in the text.' };
  if (last) return [...changed, ...added.map((line) => lineAfter(source, wholeStatement(source, last.statement), line))];
  if (!first) return changed;
  const all = [`${state.id} :${described(stateLabel(state))}`, ...added];
  return [...changed, ...all.map((line) => lineBefore(source, wholeStatement(source, first.statement), line))];
}

function takenOut({ statement, from, to }: Description, source: string): TextPatch {
  // After `as A:` there is no line to take out.
  const shared = source.slice(statement.from, from).includes('"');
  return shared ? { from: source.lastIndexOf(':', from), to, insert: '' } : wholeLine(source, wholeStatement(source, statement));
}

function restyle(model: StateModel, source: string, state: State, change: ShapeChange): Patches {
  const styles = new Map(styleOfChange(change));
  if (styles.size === 0) return [];
  if (!isPlainName(state.id)) {
    return {
      refused: 'Mermaid’s style lines take names of letters and digits only. Give the state such a name in the text, and a description.',
    };
  }
  // What is filled with its ink.
  const ink = styles.get('stroke');
  if (ink !== undefined && state.kind !== 'state' && state.kind !== 'choice') styles.set('fill', ink);
  const merged = mergedStyles(state.styles, styles);
  const own = lists(model.statements).find((list) => list.kind === 'style' && list.stylesRange.from === state.stylesRange?.from);
  if (own?.names.length === 1 && state.stylesRange) return [{ ...state.stylesRange, insert: merged }];
  return [newLine(source, 'stateDiagram', `style ${state.id} ${merged}`)];
}
