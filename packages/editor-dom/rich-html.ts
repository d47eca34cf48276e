import { htmlStyles, type RichText, type SpanStyle, type TextSpan, tidySpans } from '@autograph/document';
import { escapeXml } from '@autograph/render/svg-text.ts';

/** A rich text as HTML for the clipboard. */
export function toRichHtml({ text, spans }: RichText): string {
  let html = '';
  let at = 0;
  for (const span of spans) {
    html += escapeXml(text.slice(at, span.from)) + styled(escapeXml(text.slice(span.from, span.to)), span);
    at = span.to;
  }
  const lines = (html + escapeXml(text.slice(at))).replaceAll('\n', '<br>');
  return `<span style="white-space:pre-wrap">${lines}</span>`;
}

function styled(html: string, { bold, italic, underline, strike, code, link }: TextSpan): string {
  const tags = [bold && 'b', italic && 'i', underline && 'u', strike && 's', code && 'code'].filter((tag) => typeof tag === 'string');
  const inner = tags.reduce((all, tag) => `<${tag}>${all}</${tag}>`, html);
  return link === undefined ? inner : `<a href="${escapeXml(link)}">${inner}</a>`;
}

const dropped = 'script, style, head, title, meta, link, template, noscript, iframe, object, svg, img';
const blocks = new Set(
  'ADDRESS ARTICLE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI OL P PRE SECTION TABLE TR UL'.split(' '),
);
/** The text of pasted HTML with its bold, italic, underlined, struck, code and linked stretches; all else is dropped. */
export function readRichHtml(html: string): RichText {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll(dropped)) element.remove();
  const reading: Reading = { text: '', spans: [] };
  read(body, {}, false, reading);
  const text = reading.text.replace(/\n+$/, '');
  return { text, spans: tidySpans(reading.spans, text.length) };
}

interface Reading {
  text: string;
  readonly spans: TextSpan[];
}

function read(parent: Node, style: SpanStyle, preserved: boolean, reading: Reading): void {
  for (const node of parent.childNodes) {
    if (node instanceof Text) {
      const text = preserved ? node.data : folded(node.data, reading.text);
      const from = reading.text.length;
      reading.text += text;
      reading.spans.push({ ...style, from, to: from + text.length });
    } else if (node instanceof HTMLElement) {
      if (node.tagName === 'BR') reading.text += '\n';
      const block = blocks.has(node.tagName);
      if (block) breakLine(reading);
      read(node, styleOf(node, style), keepsSpaces(node) ?? preserved, reading);
      if (block) breakLine(reading);
    }
  }
}

/** Line feeds and runs of spaces are one space, and none at the beginning of a line. */
function folded(text: string, before: string): string {
  const one = text.replace(/[ \t\r\n]+/g, ' ');
  return /(^|[\s])$/.test(before) ? one.trimStart() : one;
}

function breakLine(reading: Reading): void {
  if (reading.text !== '' && !reading.text.endsWith('\n')) reading.text += '\n';
}

function keepsSpaces(element: HTMLElement): boolean | undefined {
  if (element.tagName === 'PRE') return true;
  const { whiteSpace } = element.style;
  return whiteSpace === '' ? undefined : whiteSpace.startsWith('pre');
}

function styleOf(element: HTMLElement, around: SpanStyle): SpanStyle {
  const { fontWeight, fontStyle, textDecorationLine } = element.style;
  const style: SpanStyle = { ...around, ...htmlStyles[element.tagName.toLowerCase()] };
  const href = element instanceof HTMLAnchorElement ? (element.getAttribute('href') ?? '').trim() : '';
  return {
    ...style,
    ...(fontWeight && weight(style, fontWeight)),
    ...(fontStyle && { italic: fontStyle !== 'normal' || undefined }),
    ...(textDecorationLine.includes('underline') && { underline: true }),
    ...(textDecorationLine.includes('line-through') && { strike: true }),
    ...(/^(https?:\/\/|mailto:)/i.test(href) && href.length <= 2000 && { link: href }),
  };
}

function weight({ bold }: SpanStyle, css: string): SpanStyle {
  if (css === 'inherit') return bold ? { bold } : {};
  return { bold: css === 'bold' || css === 'bolder' || Number(css) >= 600 || undefined };
}
