import type { Parsed } from '../language.ts';
import { errorAt } from '../mermaid/source.ts';
import type { FlowModel } from './model.ts';
import { parseFlowchart } from './parse.ts';
import { resolve } from './resolve.ts';
import { SyntaxFailure } from './token.ts';

/** Reads a flowchart; the first error, with its place, when Mermaid would not take it. */
export function readFlowchart(source: string): Parsed<FlowModel> {
  try {
    return { ok: true, model: resolve(parseFlowchart(source), source), warnings: [] };
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    const from = Math.min(error.from, source.length);
    return { ok: false, diagnostics: [errorAt(source, from, Math.min(Math.max(error.to, from), source.length), error.message)] };
  }
}
