import type { ShapeChange } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import type { Patches } from '../collect-edits.ts';
import { labelText } from '../mermaid/label.ts';
import { newLine } from '../mermaid/lines.ts';
import { styleOfChange } from '../mermaid/style-change.ts';
import { aliasSource, argumentOf, sayArgument, wordsSource } from './arguments.ts';
import type { Argument, Boundary, C4Model, Call, Element, Relation, Said } from './model.ts';
import { boundaryText, elementText, numberOf, relationText } from './view.ts';
import { outlineOf, wordIn } from './words.ts';

const colourNames: Readonly<Record<string, string>> = { fill: 'bgColor', stroke: 'borderColor', color: 'fontColor' };
const lineNames: Readonly<Record<string, string>> = { stroke: 'lineColor', color: 'textColor' };

/** An element's name, what it is made with, and what it does, out of the words on the board. */
export function changeElement(model: C4Model, source: string, element: Element, change: ShapeChange): Patches {
  const call = element.calls.at(-1);
  if (!call) return [];
  const { outline, ...look } = change;
  const reshaped = typeof outline === 'string' ? reshape(element, call, outline) : [];
  if ('refused' in reshaped) return reshaped;
  const colours = restyle(model, source, element.alias, `UpdateElementStyle(${aliasSource(source, call)}`, look, colourNames);
  if ('refused' in colours) return colours;
  const styled = [...reshaped, ...colours];
  if (change.text === undefined) return styled;
  const text = (change.text ?? '').trim();
  if (text === elementText(element)) return styled;
  const lines = text.split('\n');
  const bracket = lines.findIndex((line) => /^\*?\[.*\]\*?$/.test(line.trim()));
  const head = bracket < 0 ? lines.slice(0, 1) : lines.slice(0, bracket);
  const rest = bracket < 0 ? lines.slice(1) : lines.slice(bracket + 1);
  const label = plain(head);
  if (label === '') return { refused: 'An element needs a name in its first line.' };
  const techn = bracket < 0 ? undefined : (/:\s*(.*)\]\*?$/.exec(lines[bracket]?.trim() ?? '')?.[1] ?? '').trim();
  const descr = rest.join('\n').trim();
  const hasTechn = /container|component/.test(element.type);
  return [
    ...styled,
    ...said(source, call, element.said, 'label', label),
    ...(hasTechn && techn !== undefined ? said(source, call, element.said, 'techn', techn) : []),
    ...said(source, call, element.said, 'descr', descr),
  ];
}

/** The word for another outline, in place of the one that says most. */
function reshape(element: Element, call: Call, outline: string): Patches {
  if (outline === outlineOf(element.type)) return [];
  const word = wordIn(outline, call.word);
  if (word === undefined) return { refused: 'A C4 element is a box, a person, a database or a queue.' };
  // What it is made with would be read as what it does.
  if (outline === 'person' && (element.said.get('techn') ?? '') !== '')
    return { refused: 'A person is made with nothing. Take the technology out first.' };
  const [technology] = outline === 'person' && argumentOf(call, 'techn')?.key === undefined ? [argumentOf(call, 'techn')] : [];
  const emptied = technology ? [withoutArgument(call, technology)] : [];
  return [{ from: call.from, to: call.from + call.word.length, insert: word }, ...emptied];
}

/** An argument taken out with the comma before it. */
function withoutArgument(call: Call, argument: Argument): TextPatch {
  const before = call.arguments[call.arguments.indexOf(argument) - 1];
  return { from: before?.whole.to ?? argument.whole.from, to: argument.whole.to, insert: '' };
}

function plain(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim().replace(/^\*\*([\s\S]*)\*\*$/, '$1'))
    .join('\n')
    .trim();
}

function said(source: string, call: Call, before: Said, name: string, text: string): readonly TextPatch[] {
  return labelText(before.get(name) ?? '') === text ? [] : sayArgument(source, call, name, wordsSource(text));
}

/** A boundary's name; what it is stays in brackets behind it. */
export function changeBoundary(model: C4Model, source: string, boundary: Boundary, change: ShapeChange): Patches {
  const call = boundary.calls.at(-1);
  if (!call) return [];
  const styled = restyle(model, source, boundary.alias, `UpdateElementStyle(${aliasSource(source, call)}`, change, colourNames);
  if ('refused' in styled || change.text === undefined) return styled;
  const text = (change.text ?? '').trim().replace(/\s+/g, ' ');
  if (text === boundaryText(boundary)) return styled;
  const type = labelText(boundary.said.get('type') ?? '').replace(/\s+/g, ' ');
  const label = type && text.endsWith(`[${type}]`) ? text.slice(0, -type.length - 2).trim() : text;
  if (label === '') return { refused: 'A boundary needs a name.' };
  return [...styled, ...said(source, call, boundary.said, 'label', label)];
}

/** A relation's words: what it does, and in brackets by what means. */
export function changeRelation(model: C4Model, source: string, relation: Relation, change: ShapeChange): Patches {
  const call = relation.calls.at(-1);
  if (!call) return [];
  const about = `UpdateRelStyle(${aliasSource(source, call, 'from')}, ${aliasSource(source, call, 'to')}`;
  const styled = restyle(model, source, relation.id, about, change, lineNames);
  if ('refused' in styled || change.text === undefined) return styled;
  const number = numberOf(relation, model);
  const text = (change.text ?? '').trim();
  if (text === relationText(relation, number)) return styled;
  const lines = (number === undefined ? text : text.replace(/^\d+:\s*/, '')).split('\n');
  const bracket = lines.findIndex((line, at) => at > 0 && /^\[.*\]$/.test(line.trim()));
  const label = lines
    .slice(0, bracket < 0 ? undefined : bracket)
    .join('\n')
    .trim();
  const techn = bracket < 0 ? '' : (lines[bracket]?.trim().slice(1, -1).trim() ?? '');
  const descr = labelText(relation.said.get('descr') ?? '');
  const rest =
    bracket < 0
      ? ''
      : lines
          .slice(bracket + 1)
          .join('\n')
          .trim();
  return [
    ...styled,
    ...said(source, call, relation.said, 'label', label),
    ...said(source, call, relation.said, 'techn', techn),
    ...(descr === '' ? [] : said(source, call, relation.said, 'descr', rest)),
  ];
}

/** Colours go into the last style call about a thing, or into a new one at the end. */
function restyle(
  model: C4Model,
  source: string,
  id: string,
  opening: string,
  change: ShapeChange,
  names: Readonly<Record<string, string>>,
): Patches {
  const styles = styleOfChange(change);
  if ([...styles.keys()].some((name) => names[name] === undefined) || Object.keys(change).some((key) => !known.has(key))) {
    return { refused: 'A C4 diagram knows colours only. Choose another fill, line or text colour.' };
  }
  const colours = [...styles].flatMap(([name, value]): (readonly [string, string])[] => (names[name] ? [[names[name], value]] : []));
  if (colours.length === 0) return [];
  const call = model.styles.findLast(({ about }) => about === id)?.call;
  if (call) {
    const patches = colours.flatMap(([name, value]) => sayArgument(source, call, name, value));
    return together(patches);
  }
  return [newLine(source, 'C4', `${opening}, ${colours.map(([name, value]) => `$${name}="${value}"`).join(', ')})`)];
}

/** Several additions at one place as one. */
function together(patches: readonly TextPatch[]): readonly TextPatch[] {
  const added = patches.filter(({ from, to }) => from === to);
  const [first] = added;
  if (!first || added.length < 2 || added.some(({ from }) => from !== first.from)) return patches;
  return [...patches.filter((patch) => !added.includes(patch)), { ...first, insert: added.map(({ insert }) => insert).join('') }];
}

const known: ReadonlySet<string> = new Set(['text', 'fill', 'stroke', 'text_color', 'fill_style']);
