import { asWritten, quietSource } from '../mermaid/source.ts';

/** The source as the flowchart grammar reads it; offsets stay those of the original, which it outgrows by a final line end. */
export function flowText(source: string): { readonly text: string; readonly title?: string } {
  const { text, title } = quietSource(source);
  return { text: `${text.replace(/^.*(?:style|classDef).*$/gm, styleLine)}\n`, ...(title !== undefined && { title }) };
}

/** Mermaid drops the last semicolon after a `#` colour, then takes what still looks like `#name;` for an entity. */
function styleLine(line: string): string {
  const written = withoutSemicolon(withoutSemicolon(asWritten(line), 'style'), 'classDef');
  return written.replace(/#(\w+);/g, '\uE000$1\uE001');
}

/** A blank for the last semicolon of a line in which a word has a `#` behind a colon and what goes before them: `/style.*:\S*#.*;/`, in one go. */
function withoutSemicolon(line: string, word: string): string {
  const [from, to] = [line.indexOf(word), line.lastIndexOf(';')];
  if (from < 0 || to < from) return line;
  const words = line.slice(from + word.length, to).split(/\s/);
  const isColour = words.some((part) => {
    const colon = part.indexOf(':');
    return colon >= 0 && part.includes('#', colon);
  });
  return isColour ? `${line.slice(0, to)} ${line.slice(to + 1)}` : line;
}
