import type { Language } from '../language.ts';
import { deriveChart } from './chart-derive.ts';
import { editChart } from './chart-edit.ts';
import type { ChartKind } from './chart-kind.ts';
import type { Chart } from './chart-model.ts';
import { parseChart } from './chart-parse.ts';
import { addNode, connectNodes, regroupThing } from './chart-structure.ts';
import { chartGraph } from './chart-view.ts';
import { fixes } from './fixes.ts';
import { formatEraser } from './format.ts';
import { nesting } from './nesting.ts';

/** All that a language of nodes, groups and connections can do, by what it makes of its nodes. */
export function chartLanguage(kind: ChartKind): Omit<Language<Chart>, 'id' | 'label' | 'detect' | 'rank'> {
  return {
    family: 'eraser',
    nesting,
    parse: (source) => parseChart(source, kind),
    fixes,
    format: (source) => formatEraser(source, { rows: kind.tables ?? false }),
    graph: (chart, measure) => chartGraph(chart, measure, kind),
    derive: (chart, block, measure) => deriveChart(chart, block, measure, kind),
    edit: (chart, block, edits) => editChart(chart, block, edits, kind),
    ...(kind.outlines && { forms: new Set(kind.outlines.values.values()) }),
    connect: connectNodes,
    add: (chart, block, edit, measure) => addNode(chart, block, edit, measure, kind),
    ...(!kind.tables && { regroup: regroupThing }),
  };
}
