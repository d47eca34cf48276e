import type { Block, Placement } from '@autograph/document';
import type { AddEdit, ConnectEdit, RegroupEdit } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Refusal } from '../language.ts';
import { renamedPlacements } from '../moves.ts';
import type { Chart } from './chart.ts';
import { isPart } from './edit.ts';
import type { ChartGrammar, ChartModel, Outcome, Step } from './grammar.ts';
import { chartIds, lookSize } from './graph.ts';
import { type Rewriting, rewrite } from './rewrite.ts';

/** What drawing and dropping on a chart does to its text. */
export function chartStructure<Model extends ChartModel>(grammar: ChartGrammar<Model>) {
  const after = (model: Model, block: Block, step: Step | Refusal): Rewriting<Model> | Refusal =>
    rewrite(grammar, block.source, { model, patches: [] }, step);
  return {
    connect(model: Model, block: Block, { from, to }: ConnectEdit): Outcome {
      if (!isPart(model.chart, from) || !isPart(model.chart, to)) return { refused: 'An arrow joins two things of one diagram.' };
      const done = after(model, block, grammar.connect(model, from, to));
      return 'refused' in done ? done : { patches: done.patches, ...newEdge(model.chart, done.model.chart, block) };
    },
    add(model: Model, block: Block, { from, group, outline, at }: AddEdit, measure: TextMeasurer): Outcome {
      const known = (id: string | undefined) => (id !== undefined && isPart(model.chart, id) ? id : undefined);
      const step = grammar.add(model, { from: known(from), group: known(group), outline });
      const done = after(model, block, step);
      if ('refused' in done) return done;
      if ('refused' in step) return step;
      const node = done.model.chart.nodes.find(({ id }) => id === step.made);
      if (!node) return { refused: 'This does not fit into the text as it is. Write it there.' };
      const { w, h } = lookSize(node.look, measure);
      const place: Placement = { x: Math.round(at.x - w / 2), y: Math.round(at.y - h / 2), pinned: true };
      return {
        patches: done.patches,
        layout: { ...newEdge(model.chart, done.model.chart, block).layout, [node.id]: place },
        made: node.id,
      };
    },
    regroup(model: Model, block: Block, { node_id, group }: RegroupEdit): Outcome {
      const done = after(model, block, grammar.regroup(model, node_id, group));
      if ('refused' in done) return done;
      const layout = renamedPlacements(chartIds(model.chart), chartIds(done.model.chart), block.layout, new Set());
      return { patches: done.patches, layout };
    },
  };
}

function newEdge(before: Chart, after: Chart, { layout }: Block): { readonly layout: Record<string, Placement>; readonly made?: string } {
  const known = new Set(before.edges.map(({ id }) => id));
  const made = after.edges.find(({ id }) => !known.has(id));
  if (!made) return { layout: {} };
  const { x, y } = layout[made.from] ?? { x: 0, y: 0 };
  return { layout: { [made.id]: { x, y } }, made: made.id };
}
