import { JSDOM } from 'jsdom';
import { mermaidForm } from './mermaid-forms.ts';
import type { Answer } from './normal-form.ts';

/** Loads the installed Mermaid over a stand-in window and gives the function that asks it about a source. */
export async function openOracle(): Promise<(source: string) => Promise<Answer>> {
  if (!('window' in globalThis)) {
    const { window } = new JSDOM('<!doctype html><body></body>');
    Object.assign(globalThis, { window, document: window.document });
  }
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ startOnLoad: false, logLevel: 'fatal' });
  return async (source) => {
    try {
      const diagram = await mermaid.mermaidAPI.getDiagramFromText(source);
      return { accepted: true, form: mermaidForm(diagram.type, diagram.db) };
    } catch (error) {
      return { accepted: false, message: error instanceof Error ? error.message : String(error) };
    }
  };
}
