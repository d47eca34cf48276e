import { nameSource } from './names.ts';

/** Names that the grammar reads as a statement when certain characters follow. */
const treacherous = /^(?:acctitle|accdescr|direction)$/i;

/** Any text as the name of an entity or relationship: bare where every version of Mermaid takes it so, else in quotes. */
export function plainName(text: string): string {
  const bare = /^[A-Za-z_]\w*(?:[-.]\w+)*$/.test(text) && !treacherous.test(text) && nameSource(text) === text;
  return bare ? text : plainQuoted(text);
}

/** Any text in quotes: reads back as these characters, spaces evened out. */
export function plainQuoted(text: string): string {
  return `"${escaped(text) || '_'}"`;
}

/** Any text as the type or the name of an attribute: bare where the grammar takes it so, else in backticks. */
export function plainWord(text: string): string {
  const bare = /^(?![PFUpfu][Kk]\b)[A-Za-z_\u00C0-\uDFFF][\w\-[\]().,*\u00C0-\uDFFF]*$/.test(text);
  return bare ? text : `\`${escaped(text) || '_'}\``;
}

/** Any text as comment lines of the source. */
export function remarkLines(text: string): string[] {
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) =>
      even(line)
        .replaceAll('"', "'")
        .replace(/%(?=%)/g, '% '),
    )
    .flatMap((line) => (line === '' ? [] : [`%% ${line}`]));
}

function even(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function escaped(text: string): string {
  return even(text)
    .replace(/#(?=\w+;)|&(?=#?\w+;?)|["`%\\<~]/g, (mark) => `#${mark.charCodeAt(0)};`)
    .replace(/(direction) (?=TB|BT|RL|LR)/gi, '$1#32;');
}
