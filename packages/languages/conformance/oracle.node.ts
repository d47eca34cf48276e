import { JSDOM } from 'jsdom';
import { cssColor } from '../css-color.ts';
import { mermaidForm } from './mermaid-forms.ts';
import type { Answer } from './normal-form.ts';

/** Loads the installed Mermaid over a stand-in window, which is asked for nothing but whether a word is a colour, and gives the function that asks it about a source. */
export async function openOracle(): Promise<(source: string) => Promise<Answer>> {
  // Mermaid draws a date that says no zone where the clock of the machine puts it; ours is the same everywhere, as Mermaid's is at Greenwich.
  process.env.TZ = 'UTC';
  if (!('window' in globalThis)) {
    const { window } = new JSDOM('<!doctype html><body></body>');
    Object.assign(window, { CSS: { supports: (_: string, value: string) => value === 'transparent' || cssColor(value) !== undefined } });
    Object.assign(globalThis, { window, document: window.document });
  }
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ startOnLoad: false, logLevel: 'fatal' });
  return async (source) => {
    try {
      // Sets what the source configures; the next line alone would not.
      await mermaid.mermaidAPI.parse(source);
      const diagram = await mermaid.mermaidAPI.getDiagramFromText(source);
      return { accepted: true, form: mermaidForm(diagram.type, diagram.db) };
    } catch (error) {
      return { accepted: false, message: error instanceof Error ? error.message : String(error) };
    }
  };
}
