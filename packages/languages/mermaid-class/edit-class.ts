import type { ShapeChange } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import type { Patches } from '../collect-edits.ts';
import { quotedSource } from '../mermaid/label.ts';
import { newLine } from '../mermaid/lines.ts';
import { mergedStyles, styleKeys, styleOfChange } from '../mermaid/style-change.ts';
import { memberPatches } from './edit-members.ts';
import type { ClassModel, UmlClass } from './model.ts';
import { isBareName, isPlainName, nameSource } from './source-forms.ts';
import { classTitle } from './view.ts';

const known: ReadonlySet<string> = new Set(['text', 'attributes', 'methods', ...styleKeys]);

/** The patches for a class's name, members and look. */
export function changeClass(model: ClassModel, source: string, found: UmlClass, change: ShapeChange): Patches {
  if (Object.keys(change).some((key) => !known.has(key)))
    return { refused: 'This is said by the text of a class diagram: change it there.' };
  const all: TextPatch[] = [];
  for (const patches of [
    typeof change.text === 'string' && change.text.trim() !== classTitle(found) ? rename(model, source, found, change.text.trim()) : [],
    change.attributes === undefined ? [] : memberPatches(found, 'attribute', source, change.attributes),
    change.methods === undefined ? [] : memberPatches(found, 'method', source, change.methods),
    restyle(source, found, change),
  ]) {
    if ('refused' in patches) return patches;
    all.push(...patches);
  }
  return all;
}

/** Another name wherever the text has it; another label for a class with one, or for a name that cannot stand bare. */
function rename(model: ClassModel, source: string, found: UmlClass, title: string): Patches {
  const [, base = '', generic = ''] = /^([\s\S]*?)(?:(?<=\S)<([^<>~]*)>)?$/.exec(title) ?? [];
  const splits = base !== '' && (generic !== '' || found.generic !== '');
  const name = splits ? base : title;
  if (name.trim() === '') return { refused: 'A class needs a name.' };
  const typed = splits && generic !== found.generic ? retype(found, generic) : [];
  if ('refused' in typed || name === classTitle({ ...found, generic: '' })) return typed;
  if (found.labelRange) return [...typed, { ...found.labelRange, insert: quotedSource(name) }];
  const plain = found.mentions.some((mention) => mention.plain);
  if (plain ? !isPlainName(name) : !isBareName(name)) return [...typed, addLabel(source, found, name)];
  if (model.classes.some((other) => other.name === name)) return { refused: `There is already a class called ${name}.` };
  return [...typed, ...found.mentions.map(({ from, to }) => ({ from, to, insert: name }))];
}

function retype({ generic, genericRange, first, mentions }: UmlClass, wanted: string): Patches {
  if (genericRange) {
    const { from, to } = genericRange;
    return [wanted === '' ? { from: from - 1, to: to + 1, insert: '' } : { from, to, insert: wanted }];
  }
  const at = mentions.find(({ from }) => from === first.from)?.to;
  if (generic !== '' || at === undefined) return { refused: 'This generic type is part of a name in backticks: change it in the text.' };
  return [{ from: at, to: at, insert: `~${wanted}~` }];
}

function addLabel(source: string, { name, declared }: UmlClass, label: string): TextPatch {
  const insert = `["${quotedSource(label)}"]`;
  return declared ? { from: declared.to, to: declared.to, insert } : newLine(source, 'classDiagram', `class ${nameSource(name)}${insert}`);
}

function restyle(source: string, { name, stylesRange }: UmlClass, change: ShapeChange): Patches {
  const styles = styleOfChange(change);
  if (styles.size === 0) return [];
  if (!isPlainName(name)) {
    return { refused: 'Mermaid’s style lines take names of letters and digits only. Give the class such a name in the text, and a label.' };
  }
  const before = stylesRange ? source.slice(stylesRange.from, stylesRange.to).split(',') : [];
  const merged = inReadableOrder(mergedStyles(before, styles));
  return [stylesRange ? { ...stylesRange, insert: merged } : newLine(source, 'classDiagram', `style ${name} ${merged}`)];
}

/** Mermaid's grammar takes no hyphen in the first property of a line. */
function inReadableOrder(styles: string): string {
  const list = styles.split(',');
  const first = list.findIndex((style) => !style.split(':')[0]?.includes('-'));
  if (first < 0) return `color:inherit,${styles}`;
  return first === 0 ? styles : [list[first], ...list.slice(0, first), ...list.slice(first + 1)].join(',');
}
