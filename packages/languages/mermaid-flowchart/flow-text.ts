import { asWritten, quietSource } from '../mermaid/source.ts';

/** The source as the flowchart grammar reads it; offsets stay those of the original, which it outgrows by a final line end. */
export function flowText(source: string): { readonly text: string; readonly title?: string } {
  const { text, title } = quietSource(source);
  return { text: `${text.replace(/^.*(?:style|classDef).*$/gm, styleLine)}\n`, ...(title !== undefined && { title }) };
}

/** Mermaid drops the last semicolon after a `#` colour, then takes what still looks like `#name;` for an entity. */
function styleLine(line: string): string {
  return asWritten(line)
    .replace(/style.*:\S*#.*;/, dropLast)
    .replace(/classDef.*:\S*#.*;/, dropLast)
    .replace(/#(\w+);/g, '\uE000$1\uE001');
}

function dropLast(text: string): string {
  return `${text.slice(0, -1)} `;
}
