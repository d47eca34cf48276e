import type { Block, ShapeChange } from '@autograph/document';
import type { BlockEdit, DerivedShapeEdit } from '@autograph/editor';
import { collectEdits } from '../collect-edits.ts';
import type { Refusal } from '../language.ts';
import { styleKeys, styleOfChange } from '../mermaid/style-change.ts';
import { renamedPlacements } from '../moves.ts';
import type { Chart } from './chart.ts';
import type { ChartGrammar, ChartModel, Part, Step } from './grammar.ts';
import { chartHolding, chartIds } from './graph.ts';
import { type Rewriting, rewrite } from './rewrite.ts';

const cannot: Refusal = { refused: 'This cannot be changed on the canvas yet: change it in the diagram’s text.' };

/** Writes canvas edits of a chart back as the smallest patches of its text and as pinned placements. */
export function editChart<Model extends ChartModel>(
  grammar: ChartGrammar<Model>,
  model: Model,
  block: Block,
  edits: readonly DerivedShapeEdit[],
): BlockEdit | Refusal {
  let state: Rewriting<Model> = { model, patches: [] };
  const go = (step: (model: Model) => Step | Refusal): Refusal | undefined => {
    const next = rewrite(grammar, block.source, state, step(state.model));
    if ('refused' in next) return next;
    state = next;
    return undefined;
  };
  const collected = collectEdits(block, edits, chartHolding(model.chart), (id, said) => {
    for (const step of stepsOf(grammar, block, id, said)) {
      const refused = 'refused' in step ? step : go(step);
      if (refused) return refused;
    }
    return [];
  });
  if ('refused' in collected) return collected;
  const { layout, moved, removed } = collected;
  const gone = goneWith(model.chart, removed);
  if (gone.size > 0) {
    const refused = go((now) => {
      const edges = new Set(now.chart.edges.flatMap(({ id }, at) => (gone.has(id) ? [at] : [])));
      return grammar.remove(now, new Set([...gone].filter((id) => now.form.things[id])), edges);
    });
    if (refused) return refused;
    for (const id of gone) layout[id] = null;
  }
  const renames = renamedPlacements(chartIds(model.chart), chartIds(state.model.chart), moved, gone);
  return { patches: state.patches, layout: { ...layout, ...renames } };
}

/** All that goes with what is taken out: what is in it, and the edges of that. */
function goneWith(chart: Chart, removed: ReadonlySet<string>): ReadonlySet<string> {
  const { parent } = chartHolding(chart);
  const isIn = (id: string): boolean => {
    for (let at: string | undefined = id; at !== undefined; at = parent(at)) if (removed.has(at)) return true;
    return false;
  };
  const things = [...chart.nodes, ...chart.groups].map(({ id }) => id).filter(isIn);
  const gone = new Set(things);
  const edges = chart.edges.filter(({ id, from, to }) => removed.has(id) || gone.has(from) || gone.has(to));
  return new Set([...things, ...edges.map(({ id }) => id)]);
}

type Steps<Model> = readonly (((model: Model) => Step | Refusal) | Refusal)[];

/** A change of a shape as changes of what the text says, one after another. */
function stepsOf<Model extends ChartModel>(
  grammar: ChartGrammar<Model>,
  block: Block,
  id: string,
  { parent_id: _, text_spans: __, ...said }: ShapeChange,
): Steps<Model> {
  const partIn = ({ chart }: Model): Part => {
    const edge = chart.edges.findIndex((one) => one.id === id);
    return edge < 0 ? { thing: id } : { edge };
  };
  const { text, outline, start, end, start_head, end_head, ...rest } = said;
  const lists = Object.keys(rest).filter((key) => ['rows', 'attributes', 'methods'].includes(key));
  if (Object.keys(rest).some((key) => !lists.includes(key) && !styleKeys.has(key))) return [cannot];
  const endSteps = (
    [
      ['from', start],
      ['to', end],
    ] as const
  ).flatMap(([which, terminal]) => {
    if (terminal === undefined) return [];
    const target = terminal?.shape_id?.startsWith(`${block.id}/`) ? terminal.shape_id.slice(block.id.length + 1) : undefined;
    return [
      (model: Model): Step | Refusal => {
        const part = partIn(model);
        const edge = 'edge' in part ? model.chart.edges[part.edge] : undefined;
        if (!edge || !('edge' in part) || target === undefined || !isPart(model.chart, target)) return noEnd;
        return edge[which] === target ? { wanted: model.form, ways: [] } : grammar.reroute(model, part.edge, which, target);
      },
    ];
  });
  const headSteps = (
    [
      ['from', start_head],
      ['to', end_head],
    ] as const
  ).flatMap(([which, head]) => {
    if (head === undefined) return [];
    return [
      (model: Model): Step | Refusal => {
        const part = partIn(model);
        return 'edge' in part ? grammar.head(model, part.edge, which, head ?? 'none') : cannot;
      },
    ];
  });
  return [
    ...(text === undefined ? [] : [(model: Model) => grammar.label(model, partIn(model), (text ?? '').trim())]),
    ...[...styleOfChange(said)].map(
      ([css, value]) =>
        (model: Model) =>
          grammar.style(model, partIn(model), css, value),
    ),
    ...(typeof outline === 'string' ? [(model: Model) => grammar.outline(model, id, outline)] : []),
    ...lists.map((name) => (model: Model) => grammar.list(model, id, name, rest[name])),
    ...headSteps,
    ...endSteps,
  ];
}

const noEnd: Refusal = { refused: 'An arrow of this diagram joins two things of the same diagram.' };

export function isPart({ nodes, groups }: Chart, id: string): boolean {
  return [...nodes, ...groups].some((part) => part.id === id);
}
