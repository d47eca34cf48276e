/** Where a value is a template of Helm's, or a whole line is. Quoted braces are plain YAML, which other programs fill in later. */
const template = /(?:^|[:-]\s)\s{0,200}\{\{|\{\{-?[^{}]{0,200}\.(?:Values|Release|Chart)\b/;

/** The offset of the first line that Helm must fill in before it is YAML, or undefined. Texts within the YAML, such as templates of alerts, are not asked. */
export function templateIn(text: string): number | undefined {
  let textDeeperThan = Number.POSITIVE_INFINITY;
  let offset = 0;
  for (const line of text.split('\n')) {
    const indent = /^ *(?:- +(?=\S+:))?/.exec(line)?.[0].length ?? 0;
    const isText = indent > textDeeperThan || line.trim() === '';
    if (!isText) {
      const code = line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '').replace(/(?:^|\s)#.*$/, '');
      if (template.test(code)) return offset;
      textDeeperThan = /(?:^|[:-]\s+)[|>][-+\d]{0,2}\s*$/.test(code) ? indent : Number.POSITIVE_INFINITY;
    }
    offset += line.length + 1;
  }
  return undefined;
}
