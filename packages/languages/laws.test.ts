import type { Block, Shape } from '@autograph/document';
import { type BlockEdit, type DerivedShapeEdit, patchText, type StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSource } from './format-source.ts';
import { applyBlockEdit, createBlockDeriver, type Language } from './index.ts';
import { familyNamed } from './known-families.ts';
import { randomLanguages } from './testing/random-languages.ts';

const measure = createTextMeasurer();
const deriver = createBlockDeriver(measure);
const definitions = new Map(shapeDefinitions.map((definition) => [definition.type, definition]));

/** A diagram in which everything has a place. */
function placed(language: Language, source: string): Block {
  const parsed = language.parse(source);
  const graph = parsed.ok ? language.graph?.(parsed.model, measure) : undefined;
  const ids = graph ? [...graph.nodes, ...graph.groups, ...graph.edges].map(({ id }) => id) : [];
  const layout = Object.fromEntries(ids.map((id, at) => [id, { x: 60 + 150 * (at % 5), y: 60 + 70 * at }]));
  return { id: 'b', language: language.family, source, x: 0, y: 0, index: 'a0', layout };
}

const parts = (block: Block) => deriver.derive(block).shapes.filter(({ origin }) => origin);

/** What a diagram says, whatever its things are called: kinds and words, what joins what and what lies in what, by their order. */
function meaning(block: Block): readonly string[] {
  const shapes = parts(block);
  const place = new Map(shapes.map(({ id }, at) => [id, at]));
  const at = (id: string | null | undefined) => (id === null || id === undefined ? -1 : (place.get(id) ?? -1));
  return shapes.map(({ type, text = '', start, end, parent_id }) =>
    [type, text, at(start?.shape_id), at(end?.shape_id), at(parent_id)].join('|'),
  );
}

/** Where things other than lines and frames stand on the page. */
function places(block: Block): ReadonlyMap<string, string> {
  const shapes = parts(block);
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const corner = ({ x, y, parent_id }: Shape): readonly [number, number] => {
    const outer = byId.get(parent_id ?? '');
    const [dx, dy] = outer ? corner(outer) : [block.x, block.y];
    return [x + dx, y + dy];
  };
  const fixed = shapes.filter(({ type, start }) => start === undefined && definitions.get(type)?.container === false);
  return new Map(fixed.map((shape) => [shape.id, corner(shape).join(',')]));
}

function remarks({ language, source }: Block): readonly string[] {
  const mark = familyNamed(language)?.remark ?? '\n';
  return source.split(/\r?\n/).flatMap((line) => (line.trim().startsWith(mark) && !line.includes(`${mark}{`) ? [line.trim()] : []));
}

const choice = fc.record({ kind: fc.nat(4), a: fc.nat(40), b: fc.nat(40) });
type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never;
type Act = { readonly edit: DerivedShapeEdit } | { readonly structure: StructureEdit };

function actOf(block: Block, { kind, a, b }: Choice): Act | undefined {
  const shapes = parts(block);
  const nodes = shapes.filter(({ type, start }) => start === undefined && definitions.get(type)?.bindable);
  const pick = (list: readonly Shape[], at: number) => list[at % Math.max(1, list.length)]?.origin?.node_id;
  const [whichever, worded] = [
    pick(shapes, a),
    pick(
      shapes.filter(({ text }) => text !== undefined),
      a,
    ),
  ];
  const [from, to] = [pick(nodes, a), pick(nodes, b)];
  const at = { x: 700, y: 90 };
  if (kind === 0 && worded !== undefined) return { edit: { kind: 'change', node_id: worded, change: { text: `Drawn ${b}` } } };
  if (kind === 1 && whichever !== undefined) return { edit: { kind: 'remove', node_id: whichever } };
  if (kind === 2 && from !== undefined && to !== undefined) return { structure: { kind: 'connect', from, to, at } };
  if (kind === 3 && from !== undefined) return { structure: { kind: 'add', from, at } };
  return kind === 4 ? { structure: { kind: 'add', at } } : undefined;
}

/** What of a list is not in the other one, as often as it occurs. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const words = (block: Block) => parts(block).map(({ type, text = '' }) => `${type}|${text}`);

function isPatch(source: string, { patches }: BlockEdit): boolean {
  return patches.every(({ from, to }, at) => from >= (patches[at - 1]?.to ?? 0) && to >= from && to <= source.length);
}

describe.each(await randomLanguages())('$language.label, at random', ({ language, random }) => {
  it('is read, and the same when it is printed tidily; printing that again changes nothing', () => {
    fc.assert(
      fc.property(random.sources, (source) => {
        expect(language.detect(source), source).toBe(true);
        const parsed = language.parse(source);
        expect(parsed.ok ? [] : parsed.diagnostics, source).toEqual([]);
        const printed = formatSource(language.family, source);
        expect(formatSource(language.family, printed), printed).toBe(printed);
        expect(meaning(placed(language, printed)), `${source}\n----\n${printed}`).toEqual(meaning(placed(language, source)));
      }),
      { numRuns: 40 },
    );
  });

  it('says after an act on the board just what was done, remarks untouched, and nothing else moves; or the act is refused with a reason', () => {
    let done = 0;
    fc.assert(
      fc.property(random.sources, choice, (source, chosen) => {
        const block = placed(language, source);
        const act = actOf(block, chosen);
        if (!act) return;
        const result = 'edit' in act ? deriver.edit(block, [act.edit]) : deriver.restructure(block, act.structure);
        if ('refused' in result) {
          expect(result.refused).toMatch(/^[A-Z“].*\.$/);
          return;
        }
        done += 1;
        const next = applyBlockEdit(block, result);
        const story = `${source}\n---- ${JSON.stringify(act)}\n${next.source}`;
        expect(isPatch(source, result), story).toBe(true);
        expect(next.source).toBe(patchText(source, result.patches));
        const parsed = language.parse(next.source);
        expect(parsed.ok ? [] : parsed.diagnostics, story).toEqual([]);
        const [before, after] = [words(block), words(next)];
        if ('structure' in act) {
          // What was there is there, and one thing more; two when it was dragged out of another.
          expect(without(before, after), story).toEqual([]);
          expect(
            parts(next).map(({ id }) => id),
            story,
          ).toContain(`b/${'made' in result ? result.made : ''}`);
          expect(without(remarks(block), remarks(next)), story).toEqual([]);
        } else if (act.edit.kind === 'change') {
          expect(after.length, story).toBe(before.length);
          expect(remarks(next), story).toEqual(remarks(block));
        } else {
          // A frame from which the last thing went may stay as a thing.
          const texts = (list: readonly string[]) => list.map((word) => word.slice(word.indexOf('|')));
          expect(without(texts(after), texts(before)), story).toEqual([]);
        }
        if (!language.graph) return;
        const [was, now] = [places(block), places(next)];
        const edited = 'edit' in act ? `b/${act.edit.node_id}` : '';
        const moved = [...now].filter(([id, place]) => id !== edited && was.has(id) && was.get(id) !== place);
        expect(moved, story).toEqual([]);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 100), seed: Number(process.env.FUZZ_SEED ?? 3) },
    );
    expect(done).toBeGreaterThan(20);
  });
});
