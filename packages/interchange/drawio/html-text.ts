import { htmlStyles, type SpanStyle, type TextSpan } from '@autograph/document';
import { decodeHTML } from 'entities';

const blocks = new Set(['div', 'p', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'ul', 'ol', 'table', 'hr']);

/** The text of an HTML label, with its styled stretches; a block begins a line. */
export function readHtml(html: string): { readonly text: string; readonly spans: readonly TextSpan[] } {
  const open: { readonly tag: string; readonly style: SpanStyle }[] = [];
  const spans: TextSpan[] = [];
  let text = '';
  const newLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  for (const [, comment, closing, name = '', attributes = '', words = ''] of html.matchAll(
    /(<!--[\s\S]*?-->)|<(\/?)([a-z][\w-]*)([^>]*)>|([^<]+|<)/gi,
  )) {
    const tag = name.toLowerCase();
    if (comment) continue;
    if (words) {
      const from = text.length;
      text += decodeHTML(words.replace(/\s+/g, ' ')).replaceAll('\u00a0', ' ');
      const style: SpanStyle = Object.assign({}, ...open.map((entry) => entry.style));
      if (Object.keys(style).length > 0 && text.length > from) spans.push({ from, to: text.length, ...style });
    } else if (tag === 'br') text += '\n';
    else if (closing) {
      const at = open.findLastIndex((entry) => entry.tag === tag);
      if (at >= 0) open.splice(at, 1);
      if (blocks.has(tag)) newLine();
    } else {
      if (blocks.has(tag)) newLine();
      if (tag === 'li') text += '• ';
      const style = tag === 'a' ? linkOf(attributes) : htmlStyles[tag];
      if (style) open.push({ tag, style });
    }
  }
  const end = text.trimEnd().length;
  return { text: text.slice(0, end), spans: spans.flatMap((span) => (span.from < end ? { ...span, to: Math.min(span.to, end) } : [])) };
}

function linkOf(attributes: string): SpanStyle | undefined {
  const href = decodeHTML(/href\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1] ?? '');
  return /^(https?:\/\/|mailto:)/i.test(href) ? { link: href } : undefined;
}
