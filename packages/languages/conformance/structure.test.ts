import type { Block, Shape } from '@autograph/document';
import type { StructureEdit } from '@autograph/editor';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import { describe, expect, it } from 'vitest';
import { applyBlockEdit } from '../apply-block-edit.ts';
import { createBlockDeriver } from '../block-deriver.ts';
import { detectLanguage } from '../registry.ts';
import { documentedSources, widerSources } from './sources.node.ts';

const measure = createTextMeasurer();
const deriver = createBlockDeriver(measure);
const definitions = new Map(shapeDefinitions.map((definition) => [definition.type, definition]));

/** Every source of a type that we read, with a place for all that is in it. */
function blocksOf(wanted: string): readonly Block[] {
  return [...documentedSources(), ...widerSources()].flatMap(({ type, text: source }): Block[] => {
    const language = type === wanted ? detectLanguage('mermaid', source) : undefined;
    const parsed = language?.parse(source);
    if (!language || !parsed?.ok) return [];
    const graph = language.graph?.(parsed.model, measure);
    const ids = graph ? [...graph.nodes, ...graph.groups, ...graph.edges].map(({ id }) => id) : [];
    const layout = Object.fromEntries(ids.map((id, at) => [id, { x: 40 + 30 * (at % 7), y: 40 + 25 * at }]));
    return [{ id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout }];
  });
}

/** What lines may join: in a diagram of lifelines only these. */
function nodeIds(shapes: readonly Shape[]): readonly string[] {
  const lifelines = shapes.filter(({ type }) => type === 'lifeline');
  return (lifelines.length > 0 ? lifelines : shapes).flatMap(({ type, origin }) => {
    const definition = definitions.get(type);
    return origin && definition?.bindable && !definition.container ? [origin.node_id] : [];
  });
}

function remarks(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => /^%%(?!\{)/.test(line)).sort();
}

/** What there is beside arrows and frames, each with its place on the page. */
function things(block: Block): ReadonlyMap<string, string> {
  const { shapes } = deriver.derive(block);
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const place = ({ x, y, parent_id }: Shape): readonly [number, number] => {
    const parent = byId.get(parent_id ?? '');
    const [dx, dy] = parent ? place(parent) : [0, 0];
    return [x + dx, y + dy];
  };
  const fixed = shapes.filter(({ type, start }) => start === undefined && definitions.get(type)?.container === false);
  return new Map(fixed.map((shape) => [shape.id, JSON.stringify([place(shape), shape.w, shape.h, shape.text, shape.type])]));
}

describe.each([
  { type: 'flowchart', keepsPlaces: true, mostRefused: 0.02 },
  { type: 'er', keepsPlaces: true, mostRefused: 0.02 },
  { type: 'class', keepsPlaces: true, mostRefused: 0.06 },
  { type: 'architecture', keepsPlaces: true, mostRefused: 0.05 },
  { type: 'block', keepsPlaces: false, mostRefused: 0.1 },
  { type: 'sequence', keepsPlaces: false, mostRefused: 0.08 },
])('what is drawn into every $type source at hand', ({ type, keepsPlaces, mostRefused }) => {
  it('is there afterwards as it was drawn; all else stays as and where it was, remarks too', () => {
    let [written, refused] = [0, 0];
    for (const [number, block] of blocksOf(type).entries()) {
      const ids = nodeIds(deriver.derive(block).shapes);
      const [from, to] = [ids[number % ids.length], ids[(number * 7 + 1) % ids.length]];
      const at = { x: 900, y: 60 + 40 * (number % 9) };
      const edits: StructureEdit[] = [
        { kind: 'add', at },
        ...(from === undefined ? [] : [{ kind: 'add', from, at } as const]),
        ...(from === undefined || to === undefined ? [] : [{ kind: 'connect', from, to, at } as const]),
      ];
      for (const edit of edits) {
        const result = deriver.restructure(block, edit);
        if ('refused' in result) {
          expect(result.refused).toMatch(/^[A-Z].*\.$/);
          refused += 1;
          continue;
        }
        written += 1;
        const next = applyBlockEdit(block, result);
        const after = deriver.derive(next);
        const errors = after.diagnostics.filter(({ severity }) => severity === 'error');
        expect(errors, next.source).toEqual([]);
        const made = after.shapes.find(({ id }) => id === `b/${result.made}`);
        expect(made, next.source).toBeDefined();
        if (edit.kind === 'connect') expect([made?.start?.shape_id, made?.end?.shape_id]).toEqual([`b/${edit.from}`, `b/${edit.to}`]);
        expect(remarks(next.source)).toEqual(remarks(block.source));
        expect(after.unplaced).toEqual([]);
        if (!keepsPlaces) continue;
        const [was, now] = [things(block), things(next)];
        const changed = [...was].filter(([id, thing]) => now.get(id) !== thing);
        expect(changed, next.source).toEqual([]);
        expect(now.size).toBe(was.size + (edit.kind === 'add' ? 1 : 0));
      }
    }
    expect(written).toBeGreaterThan(200);
    expect(refused / (written + refused)).toBeLessThan(mostRefused);
  });
});
