import { labelSource } from '../mermaid/label.ts';
import { quietSource } from '../mermaid/source.ts';
import { tokenize } from './tokens.ts';

/** A label that a person typed, as the name of a task: one line, no colon, and no word that means something else there. */
export function taskSource(label: string): string {
  const text = labelSource(label.replace(/\s+/g, ' ')).replace(/[:%]/g, entity);
  return isTaskName(text) ? text : text.replace(/^[^#]|^#(?!\w+;)/u, entity);
}

/** A title of a section or of the chart. */
export function titleSource(label: string): string {
  return labelSource(label).replace(/%(?=[%{])/g, entity);
}

/** Blanks may follow the name in the text: they too must not make a keyword of it. */
function isTaskName(text: string): boolean {
  const [token, next] = tokenize(quietSource(`${text} :x`).text);
  return token?.kind === 'task' && token.to === text.length && next?.kind === 'data';
}

function entity(mark: string): string {
  return `#${mark.codePointAt(0)};`;
}
