import type { ShapeChange } from '@autograph/document';
import type { TextPatch } from '@autograph/editor';
import { z } from 'zod';
import type { Patches } from '../collect-edits.ts';
import { quotedSource } from '../mermaid/label.ts';
import { indentAt, newLine, wholeLine } from '../mermaid/lines.ts';
import { mergedStyles, styleKeys, styleOfChange } from '../mermaid/style-change.ts';
import type { FieldName, Item, RequirementModel } from './model.ts';
import { parseRequirements } from './parse.ts';
import { fieldLabels, fieldLine, itemName } from './view.ts';
import { levels, meaning, methods, requirementTypes } from './words.ts';

const known: ReadonlySet<string> = new Set(['text', 'stereotypes', 'attributes', 'methods', ...styleKeys]);
const linesSchema = z.array(z.object({ text: z.string() }));

/** The patches for the name, the fields and the look of a requirement or an element. */
export function changeItem(model: RequirementModel, source: string, item: Item, change: ShapeChange): Patches {
  if (Object.keys(change).some((key) => !known.has(key)))
    return { refused: 'This is said by the text of a requirement diagram: change it there.' };
  if (Array.isArray(change.methods) && change.methods.length > 0) return { refused: `A ${item.kind} has fields, and no methods.` };
  const all: TextPatch[] = [];
  for (const patches of [
    typeof change.text === 'string' && change.text.trim() !== itemName(item) ? rename(model, item, change.text.trim()) : [],
    change.stereotypes === undefined ? [] : retype(source, item, change.stereotypes),
    change.attributes === undefined ? [] : changeFields(item, source, change.attributes),
    restyle(source, item, change),
  ]) {
    if ('refused' in patches) return patches;
    all.push(...patches);
  }
  return all;
}

/** The word of another kind of requirement. */
function retype(source: string, { kind, type, range }: Item, stereotypes: unknown): Patches {
  const [wanted, ...more] = z.array(z.string()).safeParse(stereotypes).data ?? [];
  if (wanted === type && more.length === 0) return [];
  const word = Object.entries(requirementTypes).find(([, name]) => name === wanted)?.[0];
  if (kind !== 'requirement' || word === undefined || more.length > 0)
    return { refused: `A requirement is one of ${Object.values(requirementTypes).join(', ')}; an element stays one.` };
  const written = /^\w+/.exec(source.slice(range.from))?.[0].length ?? 0;
  return [{ from: range.from, to: range.from + written, insert: word }];
}

/** Another name wherever the text has it. */
function rename(model: RequirementModel, item: Item, text: string): Patches {
  if (text === '') return { refused: `A ${item.kind} needs a name.` };
  const name = nameSource(text.replace(/\s+/g, ' '));
  if (model.items.some((other) => other !== item && itemName(other) === text))
    return { refused: `There is already something called ${text}.` };
  return model.mentions.filter((mention) => mention.name === item.name).map(({ from, to }) => ({ from, to, insert: name }));
}

/** How the text writes a name: between quotes unless it is one plain word. */
export function nameSource(name: string): string {
  const bare = /^\w+$/.test(name) && parseRequirements(`requirementDiagram\nrequirement ${name} {\n}\n${name} - traces -> ${name}`).ok;
  return bare ? name : `"${quotedSource(name)}"`;
}

/** Fields changed in place, taken out with their line, or added at the beginning of the body. */
function changeFields(item: Item, source: string, value: unknown): Patches {
  const parsed = linesSchema.safeParse(value);
  if (!parsed.success) return { refused: 'These are not lines of a requirement.' };
  const wanted = new Map<FieldName, string>();
  for (const { text } of parsed.data) {
    const line = text.replace(/\s+/g, ' ').trim();
    const name = fieldsOf[item.kind].find((field) => line.toLowerCase().startsWith(`${fieldLabels[field].toLowerCase()}:`));
    if (!name)
      return { refused: `A line of this is one of ${fieldsOf[item.kind].map((field) => `“${fieldLabels[field]}: …”`).join(', ')}.` };
    wanted.set(name, line.slice(fieldLabels[name].length + 1).trim());
  }
  const patches: TextPatch[] = [];
  for (const name of fieldsOf[item.kind]) {
    const field = item.fields.get(name);
    const text = wanted.get(name);
    if (field && (text === undefined || text === '')) patches.push(wholeLine(source, field.line));
    else if (text && !(field && fieldLine(name, field.text) === `${fieldLabels[name]}: ${text}`)) {
      const insert = valueSource(name, text);
      if (!insert)
        return {
          refused: name === 'risk' ? 'A risk is low, medium or high.' : 'A verification is analysis, demonstration, inspection or test.',
        };
      if (field) patches.push({ from: field.line.from, to: field.line.to, insert: `${name}: ${insert}` });
      else patches.push({ from: item.bodyFrom, to: item.bodyFrom, insert: `\n${indentAt(source, item.range.from)}    ${name}: ${insert}` });
    }
  }
  return patches;
}

const fieldsOf: Readonly<Record<Item['kind'], readonly FieldName[]>> = {
  requirement: ['id', 'text', 'risk', 'verifyMethod'],
  element: ['type', 'docref'],
};

function valueSource(name: FieldName, text: string): string | undefined {
  if (name === 'risk') return meaning(levels, text)?.toLowerCase();
  if (name === 'verifyMethod') return meaning(methods, text)?.toLowerCase();
  const bare = /^\w[\w ./]*$/.test(text) && parseRequirements(`requirementDiagram\nelement a {\ntype: ${text}\n}`).ok;
  return bare ? text : `"${quotedSource(text)}"`;
}

function restyle(source: string, { name, ownStyles }: Item, change: ShapeChange): Patches {
  const styles = new Map([...styleOfChange(change)].map(([property, value]) => [property, value.replace(/\s.*/, '')]));
  if (styles.size === 0) return [];
  if ([...styles.values()].some((value) => value.includes('.'))) {
    return { refused: 'Style lines of a requirement diagram take whole numbers only.' };
  }
  const merged = mergedStyles(ownStyles?.list ?? [], styles);
  return [
    ownStyles ? { ...ownStyles.range, insert: merged } : newLine(source, 'requirementDiagram', `style ${nameSource(name)} ${merged}`),
  ];
}
