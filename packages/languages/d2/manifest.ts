import { deriveChart } from '../chart/derive.ts';
import { editChart } from '../chart/edit.ts';
import { chartGraph } from '../chart/graph.ts';
import { chartStructure } from '../chart/structure.ts';
import type { Language } from '../language.ts';
import { fixes } from './fixes.ts';
import { formatD2 } from './format.ts';
import { grammar } from './grammar.ts';
import type { D2Model } from './model.ts';
import { parseD2 } from './parse.ts';
import { outlineNames } from './vocabulary.ts';

export const manifest: Language<D2Model> = {
  id: 'd2',
  family: 'd2',
  label: 'D2 diagram',
  rank: 300,
  detect: () => true,
  nesting: { opens: /\{\s*$/, closes: /^\}/ },
  parse: parseD2,
  fixes,
  format: formatD2,
  graph: ({ chart }, measure) => chartGraph(chart, measure),
  derive: ({ chart }, block, measure) => deriveChart(chart, block, measure),
  edit: (model, block, edits) => editChart(grammar, model, block, edits),
  forms: outlineNames,
  ...chartStructure(grammar),
};
