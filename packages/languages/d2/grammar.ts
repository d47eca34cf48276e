import type { ChartGrammar } from '../chart/grammar.ts';
import { headStep, labelStep, outlineStep, styleStep } from './edit-properties.ts';
import { removeStep } from './edit-remove.ts';
import { listStep } from './edit-rows.ts';
import { addStep, connectStep, regroupStep, rerouteStep } from './edit-structure.ts';
import type { D2Model } from './model.ts';
import { parseD2 } from './parse.ts';

export const grammar: ChartGrammar<D2Model> = {
  parse: parseD2,
  label: labelStep,
  style: styleStep,
  outline: outlineStep,
  list: listStep,
  head: headStep,
  reroute: rerouteStep,
  remove: removeStep,
  connect: connectStep,
  add: addStep,
  regroup: regroupStep,
};
