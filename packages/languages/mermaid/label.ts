import { decodeHTML } from 'entities';

/** A label as people read it: `#9829;` and `&amp;` become characters, `<br/>` a line break. */
export function labelText(raw: string): string {
  const html = raw.replace(/#(\d+);/g, '&\uE002$1;').replace(/#(\w+);/g, '&$1;').replaceAll('\uE002', '#');
  return decodeHTML(html)
    .replace(/[^\S\n]*<br\s*\/?>[^\S\n]*/gi, '\n')
    .replace(/\\n/g, '\n')
    .trim();
}

/** The source form of a label that a person typed on the canvas, safe in one line of a Mermaid text. */
export function labelSource(text: string): string {
  return text
    .trim()
    .replace(/#/g, '#35;')
    .replace(/;(?<!#35;)/g, '#59;')
    .replace(/\r\n|\r|\n/g, '<br/>');
}
