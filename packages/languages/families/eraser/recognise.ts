const properties =
  /[[,]\s*(?:icon|color|shape|label|colorMode|styleMode|typeface|type)\s*:\s*(?:"[^"\n]*"|[\w#.:-]+(?: [\w.-]+)*)\s*(?:,[^[\]]*)?\]/;
const setting =
  /^[^\S\n]*(?:direction (?:down|up|left|right)|colorMode (?:pastel|bold|outline)|styleMode (?:shadow|plain|watercolor)|typeface (?:rough|clean|mono)|autoNumber (?:on|nested))[^\S\n]*$/m;
const relation = /^[^\S\n]*[\w-]+\.[\w-]+[^\S\n]*(?:<>|[<>-])[^\S\n]*[\w-]+\.[\w-]+[^\S\n]*$/m;
const connection = /^[^\S\n]*[^\s<>{}[\]"'`][^\n<>{}[\]]*?(?:\[[^\]\n]*\])?[^\S\n]+(?:-->|<>|[<>])[^\S\n]+[^\s<>{}[\]][^\n<>]*$/gm;

/** Nobody writes such lines, and looking through them takes long. */
const longLine = /^[^\n]{400,}$/gm;

/** Whether a text is Eraser's code: it has properties, settings or relations as nothing else writes them, or it is all labelled connections. */
export function recognises(whole: string): boolean {
  const text = whole.replaceAll(longLine, '');
  const hasConnection = (text.match(connection)?.length ?? 0) > 0;
  if (relation.test(text) || (setting.test(text) && (hasConnection || properties.test(text)))) return true;
  if (properties.test(text)) return hasConnection || /^[^\S\n]*[^\n{}[\]]+\[[^\]\n]*\][^\S\n]*\{?[^\S\n]*$/m.test(text);
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*(?:\/\/|title\b)/.test(line));
  return lines.length > 1 && lines.every((line) => /^\s*[^\s<>:][^<>:]*[^\S\n](?:-->|<>|>)[^\S\n]+[^<>:]+:[^\S\n]*\S/.test(line));
}
