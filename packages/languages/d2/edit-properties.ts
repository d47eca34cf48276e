import type { TextPatch } from '@autograph/editor';
import { withEdge, withThing } from '../chart/form.ts';
import type { Part, Step } from '../chart/grammar.ts';
import type { Refusal } from '../language.ts';
import { insertAfterEntry, insertInMap } from './insert.ts';
import { cssNames, headingOf, headName, isTurned } from './look.ts';
import type { D2Model, Link, Property, Thing } from './model.ts';
import { arrowSource, blockSource, pathSource, textSource } from './source-forms.ts';
import type { Entry } from './syntax.ts';
import { shapeOf } from './vocabulary.ts';

export function labelStep(model: D2Model, part: Part, text: string): Step | Refusal {
  if ('thing' in part && text === '') return { refused: 'A thing needs a name. Delete it, or write another one.' };
  const said = 'thing' in part ? model.things.get(part.thing)?.said : undefined;
  return sayStep(model, part, 'label', (said ? headingOf(said) : '') + text);
}

export function styleStep(model: D2Model, part: Part, css: string, value: string): Step | Refusal {
  const written: Readonly<Record<string, string>> = { ...cssNames, bold: 'font-weight', italic: 'font-style' };
  const name = Object.keys(written).find((key) => written[key] === css);
  if (!name || ('edge' in part && name === 'fill')) return { refused: 'D2 has no style for this.' };
  return sayStep(model, part, `style.${name}`, styleValue(name, value));
}

function styleValue(name: string, value: string): string {
  if (name === 'bold' || name === 'italic') return String(value === 'bold' || value === 'italic');
  if (name === 'stroke-dash') return value === '0' ? '0' : (value.split(' ')[0] ?? '3');
  return value === 'none' ? 'transparent' : value.replace(/px$/, '');
}

export function outlineStep(model: D2Model, id: string, outline: string): Step | Refusal {
  const shape = shapeOf(outline);
  return shape ? sayStep(model, { thing: id }, 'shape', shape) : { refused: 'D2 has no such shape.' };
}

export function headStep(model: D2Model, edge: number, end: 'from' | 'to', head: string): Step | Refusal {
  const link = model.links[edge];
  const wanted = headName(head);
  if (!link || !wanted || wanted.filled !== filledAlone.has(wanted.shape)) return noHead;
  const isSource = (end === 'from') !== isTurned(link);
  // Where the arrow itself has no tip a shape would not be seen.
  if (!(isSource ? link.back : link.on)) return wanted.shape === 'none' ? { wanted: model.form, ways: [] } : noTip;
  return sayStep(model, { edge }, `${isSource ? 'source' : 'target'}-arrowhead.shape`, wanted.shape);
}

/** Shapes that are filled when nothing more is said. */
const filledAlone: ReadonlySet<string> = new Set(['triangle']);
const noHead: Refusal = { refused: 'This arrow head takes more than a word of D2. Write it in the text.' };
const noTip: Refusal = { refused: 'This end has no tip in the text: write <-> there.' };

function sayStep(model: D2Model, part: Part, name: string, value: string): Step {
  const { form } = model;
  if ('edge' in part) {
    const link = model.links[part.edge];
    const gone = name === 'label' && value === '' && !link?.own.has('label') ? undefined : value;
    return { wanted: withEdge(form, part.edge, name, gone), ways: link ? linkWays(model, link, name, value) : [] };
  }
  const thing = model.things.get(part.thing);
  return { wanted: withThing(form, part.thing, name, value), ways: thing ? thingWays(model, thing, name, value) : [] };
}

/** Ways to say a property of a thing: where it is said, in its map, behind it, or in a line of its own. */
export function* thingWays(model: D2Model, thing: Thing, name: string, value: string): Iterable<readonly TextPatch[]> {
  const { source } = model;
  yield* replaced(source, thing.own.get(name), value);
  const own = thing.mentions.filter(({ path, at, chain }) => !chain && at === path.words.length - 1);
  for (const { entry } of own.toReversed()) yield* entryWays(source, entry, name, value);
  for (const mention of thing.mentions) {
    if (mention.chain && mention.entry.path) continue;
    const first = mention.path.words[0];
    const path = source.slice(first?.from, mention.path.words[mention.at]?.to);
    yield [insertAfterEntry(source, mention.entry, statement(path, name, value))];
  }
  yield [insertInMap(source, model.syntax, statement(pathSource(model, '', thing.id), name, value))];
}

function* replaced(source: string, property: Property | undefined, value: string): Iterable<readonly TextPatch[]> {
  if (!property || property.list) return;
  const { primary } = property.entry;
  const word = primary && primary.from === property.range.from ? primary : undefined;
  const insert = word?.form === 'block' ? blockSource(source, word, value) : valueSource(value, word);
  yield [{ from: property.range.from, to: property.range.to, insert }];
}

function valueSource(value: string, word?: Parameters<typeof textSource>[1]): string {
  return textSource(value, word?.form === 'double' ? word : undefined);
}

function statement(path: string, name: string, value: string): string {
  return name === 'label' ? `${path}: ${valueSource(value)}` : `${path}.${name}: ${valueSource(value)}`;
}

/** Into a statement's own map, or behind it. */
function* entryWays(source: string, entry: Entry, name: string, value: string): Iterable<readonly TextPatch[]> {
  const { primary, value: map } = entry;
  if (name === 'label') {
    if (primary) return;
    const end = entry.path?.to ?? entry.chain?.to ?? entry.to;
    const key = entry.chain?.key?.to ?? end;
    if (!map) yield [{ from: key, to: key, insert: `: ${valueSource(value)}` }];
    else if (map.kind === 'map') yield [{ from: key, to: map.from, insert: `: ${valueSource(value)} ` }];
    return;
  }
  if (map?.kind === 'map') {
    const [outer = '', inner] = name.split('.');
    const nested = map.entries.find(
      ({ path, value: within }) => path?.words.length === 1 && path.words[0]?.text === outer && within?.kind === 'map',
    );
    if (inner && nested?.value?.kind === 'map') yield [insertInMap(source, nested.value, `${inner}: ${valueSource(value)}`)];
    yield [insertInMap(source, map, `${name}: ${valueSource(value)}`)];
  } else if (!map) {
    yield [{ from: entry.to, to: entry.to, insert: `${primary ? '' : ':'} {${name}: ${valueSource(value)}}` }];
  }
}

/** Ways to say a property of a connection; one of a chain is spoken of by its number. */
function* linkWays(model: D2Model, link: Link, name: string, value: string): Iterable<readonly TextPatch[]> {
  const { source } = model;
  const own = link.own.get(name);
  const alone = link.chain.arrows.length === 1;
  if (own && (alone || own.entry !== link.entry)) yield* replaced(source, own, value);
  if (alone) yield* entryWays(source, link.entry, name, value);
  const path = numbered(model, link);
  yield [
    insertAfterEntry(
      source,
      link.later.at(-1) ?? link.entry,
      name === 'label' ? `${path}: ${valueSource(value)}` : `${path}.${name}: ${valueSource(value)}`,
    ),
  ];
}

/** `(a -> b)[0]`, in the map where the connection is written. */
function numbered({ source, links }: D2Model, link: Link): string {
  const { chain, at, entry } = link;
  const alike = links.filter(
    (one) => one.ends[0] === link.ends[0] && one.ends[1] === link.ends[1] && one.back === link.back && one.on === link.on,
  );
  const [from, to] = [chain.ends[at], chain.ends[at + 1]].map((end) => source.slice(end?.from, end?.to));
  const outer = entry.path ? `${source.slice(entry.path.from, entry.path.to)}.` : '';
  return `${outer}(${from} ${arrowSource(link)} ${to})[${alike.indexOf(link)}]`;
}
