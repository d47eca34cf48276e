/** Letters, digits and signs that mean nothing else anywhere in a label. */
const harmless = /^[\p{L}\p{N}][\p{L}\p{N} .,!?'+*=_-]*$/u;

/** The source form of a label typed on the canvas, to stand between quotes. */
export function quotedSource(text: string): string {
  const lines = text.trim().replace(/\r\n?/g, '\n');
  if (lines === '') return ' ';
  return lines
    .replace(/#(?=\w+;)/g, '#35;')
    .replace(/&(?=#?\w+;)/g, '#amp;')
    .replace(/"/g, '#quot;')
    .replace(/<(?=[\w/!])/g, '#lt;')
    .replace(/\\(?=n)/g, '#92;')
    .replace(/`/g, '#96;')
    .replace(/%%/g, '#37;#37;')
    .replace(/\uE000|\uE001/g, '')
    .replace(/direction\s+(?=TB|BT|RL|LR|TD)/g, 'direction#32;')
    .replace(/[^\S\n]*\n[^\S\n]*/g, '<br/>');
}

/** The same with quotes where it needs them, or where `quotes` asks for them. */
export function labelPatchText(text: string, quotes: boolean): string {
  const source = quotedSource(text);
  return !quotes && harmless.test(source) && !/(?:--|direction)/.test(source) ? source : `"${source}"`;
}
