import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { embeddedFontCss } from './fonts.node.ts';
import { type DisplayList, type DrawItem, type SvgOptions, toSvg } from './index.ts';

const box = { x: -10, y: 0, w: 100, h: 50 };
const svg = (list: DisplayList, options: Partial<SvgOptions> = {}) => toSvg(list, { box, ...options });
const text = (content: string, own: object = {}): DrawItem => ({
  kind: 'text',
  x: 1,
  y: 2,
  width: 30,
  runs: [{ text: content, style: { font: 'sans', size: 16 }, paint: '#112233', ...own }],
});

interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a document by name, in order; throws when it is not well-formed XML. */
function parse(markup: string): (name: string) => readonly XmlElement[] {
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(markup).close();
  return (name) => elements.filter((element) => element.name === name);
}

describe('SVG', () => {
  it('is well-formed whatever the texts, and keeps them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (content) => {
        const elements = parse(svg([text(content)]));
        const written = content.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '\ufffd').replace(/\r\n?/g, '\n');
        expect(elements('text')[0]?.text).toBe(written);
      }),
      { numRuns: 60 },
    );
  });

  it('shows its box at its scale, over a background or none', () => {
    expect(svg([], { scale: 2, background: '#ffffff' })).toMatchInlineSnapshot(
      `"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 0 100 50" width="200" height="100" fill="none" font-family="Inter,system-ui,sans-serif" style="font-kerning:none;font-variant-ligatures:none"><rect x="-10" y="0" width="100" height="50" fill="#ffffff"/></svg>"`,
    );
    expect(svg([])).not.toContain('<rect');
  });

  it('writes paths short, and translucent colours for every reader', () => {
    const path = [['M', 0, 0], ['L', 10.001, 0], ['L', 10, -5.123], ['Q', 1, 2, -3, 4], ['Z']] as const;
    const markup = svg([{ kind: 'path', path, fill: '#ff000080', stroke: { paint: '#0000ff', width: 2, dash: [4, 2] } }]);
    expect(markup).toContain('d="M0 0H10V-5.12Q1 2-3 4Z"');
    expect(markup).toContain('fill="#ff0000" fill-opacity="0.5"');
    expect(markup).toContain('stroke="#0000ff" stroke-width="2" stroke-dasharray="4 2"');
  });

  it('moves, turns, cuts and fades groups', () => {
    const item: DrawItem = {
      kind: 'path',
      path: [
        ['M', 0, 0],
        ['L', 5, 5],
      ],
      stroke: { paint: '#000000', width: 1 },
    };
    const markup = svg([
      { kind: 'group', items: [item], dx: 3, dy: 4, rotation: 45, cx: 5, cy: 6, opacity: 0.5, clip: [['M', 0, 0], ['Z']] },
    ]);
    expect(markup).toContain('<g transform="translate(3 4)rotate(45 5 6)" opacity="0.5" clip-path="url(#c0)">');
    expect(svg([{ kind: 'group', items: [item] }])).not.toContain('<g');
  });

  it('links only to where a link is safe', () => {
    const linked = (href: string) => parse(svg([text('go', { href })]))('a')[0]?.attributes.href;
    expect(linked('https://example.org/?a="1"&b')).toBe('https://example.org/?a="1"&b');
    expect(linked('mailto:a@example.org')).toBe('mailto:a@example.org');
    expect(linked('javascript:alert(1)')).toBeUndefined();
    expect(linked(' data:text/html,<script>')).toBeUndefined();
  });

  it('carries a picture once, as an image in which no script runs', () => {
    const picture = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert("100%")</script><text>é#</text></svg>';
    const image = (x: number): DrawItem => ({ kind: 'image', box: { x, y: 0, w: 20, h: 20 }, source: { kind: 'svg', svg: picture } });
    const elements = parse(svg([image(0), image(30)]));
    expect(elements('script')).toHaveLength(0);
    expect(elements('image')).toHaveLength(1);
    expect(elements('use')).toHaveLength(2);
    const href = elements('image')[0]?.attributes.href ?? '';
    expect(decodeURIComponent(href.slice(href.indexOf(',') + 1))).toBe(picture);
  });

  it('leaves out pictures that are not there, or shows their place', () => {
    expect(svg([{ kind: 'image', box, source: { kind: 'asset', id: 'gone' } }])).not.toContain('<use');
    expect(svg([{ kind: 'image', box, source: { kind: 'asset', id: 'gone' }, placeholder: '#eeeeee' }])).toContain('fill="#eeeeee"');
  });

  it('holds each line to its measured width unless it carries its fonts', () => {
    const list = [text('Hello'), text('Ω', { style: { font: 'sans', size: 12, bold: true } })];
    expect(svg(list)).toContain('textLength="30"');
    const fontCss = embeddedFontCss(list);
    expect(fontCss.match(/@font-face/g)).toHaveLength(2);
    expect(fontCss).toContain('U+0370');
    expect(svg(list, { fontCss })).not.toContain('textLength');
    expect(parse(svg(list, { fontCss }))('style')[0]?.text).toBe(fontCss);
    expect(svg([text('漢')], { fontCss: '' })).toContain('textLength="30"');
  });

  it('keeps runs of spaces', () => {
    expect(svg([text('a  b')])).toContain('xml:space="preserve"');
    expect(svg([text('a b')])).not.toContain('xml:space');
  });

  it('underlines and strikes', () => {
    expect(svg([text('x', { underline: true, strike: true })])).toContain('text-decoration="underline line-through"');
  });
});
