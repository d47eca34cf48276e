import { decodeHTML } from 'entities';

/** Without one of these a label reads as it is written: most do, and all of a diagram's are read at each key. */
const marks = /[&#<\\\n]/;

/** A label as people read it: `#9829;` and `&amp;` become characters, `<br/>` a line break. */
export function labelText(raw: string): string {
  if (!marks.test(raw)) return raw.trim();
  const html = raw
    .replace(/<br\s*\/?>/gi, '\n')
    .replaceAll('\\n', '\n')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/#(\d+);/g, '&\uE002$1;')
    .replace(/#(\w+);/g, '&$1;')
    .replaceAll('\uE002', '#');
  return decodeHTML(html).trim();
}

/** The source form of a label that a person typed on the canvas, safe in one line of a Mermaid text. */
export function labelSource(text: string): string {
  return text
    .trim()
    .replace(/[#;]|&(?=#?\w+;?)|<(?=br\s*\/?>)|\\(?=n)/g, (mark) => `#${mark.charCodeAt(0)};`)
    .replace(/\r\n|\r|\n/g, '<br/>');
}

/** What may stand between quotes. */
export function quotedSource(text: string): string {
  return withoutTags(labelSource(text)).replace(/"/g, '#quot;');
}

/** What may stand after a colon, up to the end of its line. */
export function lineSource(text: string): string {
  return ` ${withoutTags(labelSource(text)).replace(/:/g, '#58;')}`;
}

/** Mermaid takes tags out of labels, but for line breaks. */
function withoutTags(source: string): string {
  return source.replace(/<(?!br\/>)/g, '#lt;').replace(/(?<!<br\/)>/g, '#gt;');
}

/** Words without the marks that make them bold or slanted in markdown. */
export function withoutMarks(text: string): string {
  return text
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, '$1')
    .replace(/(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)/g, '$1')
    .replace(/\*(?=\S)(.+?)(?<=\S)\*/g, '$1');
}

/** Mermaid takes a line for a direction as soon as it contains one: words that would be read so, with a space that is no space to it. */
export function unclaimed(source: string): string {
  return source.replace(/(direction)\s+(?=TB|BT|LR|RL)/gi, '$1#32;');
}
