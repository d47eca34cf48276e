import type { Block, Shape } from '@autograph/document';
import { type BlockDeriver, patchText, smallestPatch, type TextPatch } from '@autograph/editor';
import { expect } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { familyNamed } from '../known-families.ts';
import type { Language } from '../language.ts';
import { type Act, isContainer, isLine, outlineOf } from './acts.ts';
import { fewestLetters } from './fewest-letters.ts';

/** A diagram as what it shows, whatever its things are called. */
interface Picture {
  readonly parts: readonly Shape[];
  /** Kind and words of everything. */
  readonly words: readonly string[];
  /** The words of each thing beside those of what holds it. */
  readonly nesting: readonly string[];
  /** The words of lines between those of what they join. */
  readonly links: readonly string[];
}

/** What is counted from top to bottom: the numbers of messages and of relations. */
const numbered = /^\d+(?:: )?/;

/** Does an act to a diagram and holds the outcome against what was asked for. Gives the sentence with which it was refused, if it was. */
export function holdsLaw(deriver: BlockDeriver, language: Language, block: Block, act: Act): string | undefined {
  const { edits, structure } = act;
  const result = structure ? deriver.restructure(block, structure) : deriver.edit(block, edits ?? []);
  if ('refused' in result) {
    expect(result.refused).toMatch(/^[A-Z“].*\.$/);
    return result.refused;
  }
  const next = applyBlockEdit(block, result);
  const story = `${block.source}\n---- ${JSON.stringify(act)}\n${next.source}`;
  expect(next.source).toBe(patchText(block.source, result.patches));
  isSmallest(block.source, next.source, result.patches, story);
  keepsLineEnds(block.source, next.source, story);
  const made = 'made' in result && typeof result.made === 'string' ? result.made : undefined;
  const parsed = language.parse(next.source);
  expect(parsed.ok ? [] : parsed.diagnostics, story).toEqual([]);
  const [before, after] = [pictureOf(deriver, block), pictureOf(deriver, next)];
  saysWhatWasDone(act, before, after, made, story);
  keepsRemarks(act, block, next, result.patches, story);
  if (language.graph) staysInPlace(deriver, act, made, block, next, story);
  return undefined;
}

/** Patches in order, apart, none of which writes what is there already; all together hardly more letters than the two texts differ in. */
function isSmallest(source: string, after: string, patches: readonly TextPatch[], story: string): void {
  for (const [at, patch] of patches.entries()) {
    expect(patch.from >= (patches[at - 1]?.to ?? 0) && patch.to >= patch.from && patch.to <= source.length, story).toBe(true);
    expect(smallestPatch(source, patch), story).toEqual(patch);
  }
  const written = patches.reduce((sum, { from, to, insert }) => sum + to - from + insert.length, 0);
  // A word in place of another shares letters with it by chance, and so does a line that goes elsewhere.
  const longest = Math.max(...linesOf(source).map(({ length }) => length));
  expect(written, story).toBeLessThanOrEqual(2 * fewestLetters(source, after) + 3 * longest + 2 * moved(source, patches) + 12);
}

/** How many letters of lines one patch takes out and another puts in. */
function moved(source: string, patches: readonly TextPatch[]): number {
  const put = patches.map(({ insert }) => new Set(linesOf(insert)));
  const taken = patches.flatMap(({ from, to }, at) =>
    linesOf(source.slice(from, to)).filter((line) => put.some((lines, other) => other !== at && lines.has(line))),
  );
  return taken.join('').length;
}

function keepsLineEnds(source: string, after: string, story: string): void {
  if (source.includes('\r\n') && !/(?<!\r)\n/.test(source)) expect(after.replaceAll('\r\n', ''), story).not.toMatch(/[\r\n]/);
}

function pictureOf(deriver: BlockDeriver, block: Block): Picture {
  const parts = deriver.derive(block).shapes.filter(({ origin }) => origin);
  const byId = new Map(parts.map((shape) => [shape.id, shape]));
  const wordsAt = (id: string | null | undefined) => byId.get(id ?? '')?.text ?? '';
  return {
    parts,
    words: parts.map(({ type, text = '' }) => `${type}|${text.replace(numbered, '')}`),
    nesting: parts.filter((shape) => !isLine(shape)).map(({ text = '', parent_id }) => `${text} in ${wordsAt(parent_id)}`),
    links: parts.filter(isLine).map(({ text = '', start, end }) => `${wordsAt(start?.shape_id)} - ${text} - ${wordsAt(end?.shape_id)}`),
  };
}

/** What of a list is not in the other one, as often as it occurs. */
export function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const wordsOf = (parts: readonly Shape[]) =>
  parts.filter((shape) => !isContainer(shape)).map(({ text = '' }) => text.replace(numbered, ''));
const texts = (words: readonly string[]) => words.map((word) => word.slice(word.indexOf('|')));

function saysWhatWasDone({ kind, ids, edits = [] }: Act, before: Picture, after: Picture, made: string | undefined, story: string): void {
  const [gone, fresh] = [without(before.words, after.words), without(after.words, before.words)];
  const one = (id: string | undefined) => after.parts.find((shape) => shape.id === `b/${id}`);
  /** A thing that may be called otherwise by now: it stands where it stood among the others. */
  const same = (id: string | undefined) => after.parts[before.parts.findIndex((shape) => shape.id === `b/${id}`)];
  const [edit] = edits;
  switch (kind) {
    case 'connect':
    case 'drag out':
    case 'add':
      // What was there is there; what is new is told of.
      expect(gone, story).toEqual([]);
      if (made !== undefined) expect(one(made), story).toBeDefined();
      break;
    case 'rename':
    case 'change several':
      expect(after.words.length, story).toBe(before.words.length);
      for (const each of edits)
        if (each.kind === 'change' && each.change.text) expect(after.words.join('\n'), story).toContain(each.change.text);
      // One piece of text may be the words of several things, as of all edges between two lists.
      for (const word of fresh) expect(word, story).toMatch(/Drawn \d+/);
      break;
    case 'recolour':
      expect([gone, fresh], story).toEqual([[], []]);
      // What is all ink has one colour.
      expect([one(ids[0])?.fill, one(ids[0])?.stroke], story).toContain('#12ab34');
      break;
    case 'reshape': {
      const reshaped = [one(ids[0]), same(ids[0])];
      // Some shapes show no words, some their names, and some what they are.
      expect(gone.length, story).toBeLessThanOrEqual(1);
      expect(
        fresh.filter((word) => !['', ids[0] ?? '', ...gone.map(ownWords)].includes(ownWords(word))),
        story,
      ).toEqual([]);
      // An icon is shown in place of a shape.
      if (edit?.kind === 'change' && !reshaped.some((shape) => Reflect.has(shape ?? {}, 'icon')))
        expect(reshaped.map(outlineOf), story).toContain(edit.change.outline);
      break;
    }
    case 'give a kind':
      expect([gone, fresh], story).toEqual([[], []]);
      if (edit?.kind === 'change') expect(one(ids[0]), story).toMatchObject(edit.change);
      break;
    case 'regroup':
      expect(without(texts(before.words), texts(after.words)), story).toEqual([]);
      expect(without(after.nesting, before.nesting).length, story).toBeLessThanOrEqual(1);
      expect(without(after.links, before.links), story).toEqual([]);
      break;
    case 'reroute':
      // Where things begin and end is a thing as long as a line leads there.
      expect([gone.filter((word) => !word.endsWith('|')), fresh], story).toEqual([[], []]);
      expect(without(after.links, before.links).length, story).toBeLessThanOrEqual(1);
      break;
    case 'reorder':
      // Whether a message bears a number goes by where numbers begin and end.
      expect(
        [gone, fresh].map((words) => words.filter((word) => word !== 'rectangle|')),
        story,
      ).toEqual([[], []]);
      break;
    case 'add a row':
      expect([gone, fresh], story).toEqual([[], []]);
      if (edit?.kind === 'change') expect(rowsOf(one(ids[0])), story).toContain(lastRow(edit.change));
      break;
    default:
      // A title may show another one.
      if (ids.includes('title:1')) break;
      // A frame from which the last thing went may stay as a thing.
      expect(
        without(
          wordsOf(after.parts),
          before.parts.map(({ text = '' }) => text.replace(numbered, '')),
        ),
        story,
      ).toEqual([]);
      expect(after.words.length, story).toBeLessThan(before.words.length);
  }
}

/** The words of a thing without what it is said to be: `*[Person]*`. */
const ownWords = (word: string) => word.slice(word.indexOf('|') + 1).replace(/\n?\*\[.*?\]\*/, '');

const rowLists = ['rows', 'attributes', 'methods'] as const;
const rowText = (row: unknown): string =>
  typeof row === 'object' && row !== null ? String(Reflect.get(row, 'name') ?? Reflect.get(row, 'text')) : '';
const listIn = (shape: object, list: string): readonly unknown[] => {
  const rows: unknown = Reflect.get(shape, list);
  return Array.isArray(rows) ? rows : [];
};

function rowsOf(shape: Shape | undefined): readonly string[] {
  return shape ? rowLists.flatMap((list) => listIn(shape, list).map(rowText)) : [];
}

function lastRow(change: object): string {
  return rowLists.flatMap((list) => listIn(change, list).slice(-1).map(rowText)).join('');
}

/** Remarks stay, but for those within what is taken out. */
function keepsRemarks({ kind }: Act, block: Block, next: Block, patches: readonly TextPatch[], story: string): void {
  const isRemark = remarkIn(block);
  if (!kind.startsWith('remove')) {
    expect(linesOf(next.source).filter(isRemark).sort(), story).toEqual(linesOf(block.source).filter(isRemark).sort());
    return;
  }
  for (const { from, to, insert } of patches) {
    const gone = linesOf(block.source.slice(from, to)).filter((line) => line !== '');
    for (const line of [gone[0], gone.at(-1)]) if (line !== undefined && isRemark(line)) expect(insert, story).toContain(line);
  }
}

const linesOf = (text: string) => text.split(/\r?\n/).map((line) => line.trim());

function remarkIn({ language }: Block): (line: string) => boolean {
  const mark = familyNamed(language)?.remark ?? '\n';
  return (line) => line.startsWith(mark) && !line.startsWith(`${mark}{`);
}

/** Whatever was not itself changed stands on the page where it stood. */
function staysInPlace(deriver: BlockDeriver, { kind, ids }: Act, made: string | undefined, block: Block, next: Block, story: string): void {
  const [was, now] = [places(deriver, block), places(deriver, next)];
  // What is left may bear the name of what went, or be a thing in place of a frame.
  const all = places(deriver, block, true);
  const stood = new Set(all.values());
  const edited = new Set([...ids, ...(made === undefined ? [] : [made])].map((id) => `b/${id}`));
  const isMoved = (id: string, place: string) =>
    kind.startsWith('remove') ? !stood.has(place) && all.has(id) === was.has(id) : !edited.has(id) && was.has(id) && was.get(id) !== place;
  expect(
    [...now].filter(([id, place]) => isMoved(id, place)),
    story,
  ).toEqual([]);
  // Lines without a route are drawn all the same.
  const things = new Set(was.keys());
  // What several together leave without its name, such as a region, may be placed anew.
  if (kind === 'remove several') return;
  expect(
    deriver.derive(next).unplaced.filter((id) => things.has(`b/${id}`)),
    story,
  ).toEqual([]);
}

function places(deriver: BlockDeriver, block: Block, withFrames = false): ReadonlyMap<string, string> {
  const { shapes } = deriver.derive(block);
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const corner = ({ x, y, parent_id }: Shape): readonly [number, number] => {
    const outer = byId.get(parent_id ?? '');
    const [dx, dy] = outer ? corner(outer) : [0, 0];
    return [x + dx, y + dy];
  };
  const fixed = shapes.filter((shape) => shape.origin && shape.start === undefined && (withFrames || !isContainer(shape)));
  return new Map(fixed.map((shape) => [shape.id, corner(shape).join(',')]));
}
