import { deriveChart } from '../chart/derive.ts';
import { editChart } from '../chart/edit.ts';
import { chartGraph } from '../chart/graph.ts';
import { chartStructure } from '../chart/structure.ts';
import type { Language } from '../language.ts';
import { fixes } from './fixes.ts';
import { formatDot } from './format.ts';
import { grammar } from './grammar.ts';
import type { DotModel } from './model.ts';
import { parseDot } from './parse.ts';
import { outlineNames } from './vocabulary.ts';

export const manifest: Language<DotModel> = {
  id: 'dot',
  family: 'dot',
  label: 'Graphviz graph',
  rank: 310,
  detect: () => true,
  nesting: { opens: /\{\s*$/, closes: /^\}/ },
  parse: parseDot,
  fixes,
  format: formatDot,
  graph: ({ chart }, measure) => chartGraph(chart, measure),
  derive: ({ chart }, block, measure) => deriveChart(chart, block, measure),
  edit: (model, block, edits) => editChart(grammar, model, block, edits),
  forms: outlineNames,
  ...chartStructure(grammar),
};
