import type { ChartGrammar } from '../chart/grammar.ts';
import { headStep, labelStep, listStep, outlineStep, styleStep } from './edit-attributes.ts';
import { rerouteStep } from './edit-edges.ts';
import { removeStep } from './edit-remove.ts';
import { addStep, connectStep, regroupStep } from './edit-structure.ts';
import type { DotModel } from './model.ts';
import { parseDot } from './parse.ts';

export const grammar: ChartGrammar<DotModel> = {
  parse: parseDot,
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
