import { composePatches, type TextPatch } from '@autograph/editor';
import type { Refusal } from '../language.ts';
import { firstThatFits, sameForm } from '../mermaid/first-that-fits.ts';
import type { ChartGrammar, ChartModel, Step } from './grammar.ts';

/** A text that is being changed step by step. */
export interface Rewriting<Model> {
  /** Of the text as it is by now. */
  readonly model: Model;
  /** What has been done so far, in the original text. */
  readonly patches: readonly TextPatch[];
}

export const unfit: Refusal = { refused: 'This does not fit into the text without changing more of it. Write it there.' };

/** The text after a further step, written in the first way after which it says what it should and nothing else. */
export function rewrite<Model extends ChartModel>(
  grammar: ChartGrammar<Model>,
  source: string,
  { model, patches }: Rewriting<Model>,
  step: Step | Refusal,
): Rewriting<Model> | Refusal {
  if ('refused' in step) return step;
  if (sameForm(model.form, step.wanted)) return { model, patches };
  const fit = firstThatFits(model.source, grammar.parse, step.ways, (after) => sameForm(after.form, step.wanted));
  return fit ? { model: fit.model, patches: composePatches(source, patches, fit.patches) } : unfit;
}
