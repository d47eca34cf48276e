import type { Shape } from '@autograph/document';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ForeignFileError } from '../index.ts';
import { readFile as read } from '../testing/read-file.ts';

const model = (cells: string) => `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;
const box = (id: string, style: string, value = '', place = 'x="10" y="20" width="120" height="60"', parent = '1') =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry ${place} as="geometry"/></mxCell>`;

const find = (shapes: readonly Shape[], id: string) => {
  const found = shapes.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe('draw.io', () => {
  it('becomes shapes with their look and styled labels', () => {
    const { shapes } = read(
      model(
        box(
          'a',
          'rounded=1;whiteSpace=wrap;html=1;fillColor=#dae8fc;strokeColor=light-dark(#6c8ebf, #5c79a3);dashed=1;fontSize=18;fontStyle=3;rotation=30;opacity=40;',
          '&lt;b&gt;API&lt;/b&gt;&lt;br&gt;v2 &amp;amp; more',
        ) +
          box('db', 'shape=cylinder3;html=1;fillColor=none;', 'Orders') +
          box('e', 'ellipse;strokeColor=none;') +
          box('d', 'rhombus;fontColor=#CC0000;align=left;', 'ok?') +
          box('t', 'text;html=1;', 'Title'),
      ),
    );
    expect(find(shapes, 'a')).toMatchObject({
      type: 'rectangle',
      x: 10,
      y: 20,
      w: 120,
      h: 60,
      rotation: 30,
      opacity: 0.4,
      fill: '#dae8fc',
      fill_style: 'solid',
      stroke: '#6c8ebf',
      stroke_style: 'dashed',
      radius: 9,
      text: 'API\nv2 & more',
      text_spans: [{ from: 0, to: 3, bold: true }],
      font_size: 18,
      bold: true,
      italic: true,
    });
    expect(find(shapes, 'db')).toMatchObject({ type: 'node', outline: 'cyl', fill: 'none', text: 'Orders' });
    expect(find(shapes, 'e')).toMatchObject({ type: 'ellipse', stroke: 'none' });
    expect(find(shapes, 'd')).toMatchObject({ type: 'diamond', text_color: '#cc0000', text_align: 'left' });
    expect(find(shapes, 't')).toMatchObject({ type: 'text', text: 'Title' });
  });

  it('keeps edges bound, with anchors, heads, way points and labels', () => {
    const { shapes } = read(
      model(
        `${box('a', '')}${box('b', '', '', 'x="400" y="20" width="120" height="60"')}
         <mxCell id="ab" style="edgeStyle=orthogonalEdgeStyle;endArrow=ERmany;startArrow=diamond;startFill=0;exitX=1;exitY=0.5;" edge="1" source="a" target="b" parent="1">
           <mxGeometry relative="1" as="geometry"><Array as="points"><mxPoint x="200" y="90"/></Array></mxGeometry></mxCell>
         <mxCell id="l" value="has" style="edgeLabel;html=1;" vertex="1" connectable="0" parent="ab"><mxGeometry x="-0.5" relative="1" as="geometry"/></mxCell>
         <mxCell id="free" style="curved=1;endArrow=none;" edge="1" parent="1">
           <mxGeometry relative="1" as="geometry"><mxPoint x="1" y="2" as="sourcePoint"/><mxPoint x="3" y="4" as="targetPoint"/></mxGeometry></mxCell>`,
      ),
    );
    expect(find(shapes, 'ab')).toMatchObject({
      type: 'arrow',
      start: { shape_id: 'a', anchor: { x: 1, y: 0.5 } },
      end: { shape_id: 'b' },
      start_head: 'diamond_open',
      end_head: 'many',
      route: 'orthogonal',
      points: [[200, 90]],
      text: 'has',
      label_position: 0.25,
    });
    expect(find(shapes, 'free')).toMatchObject({ start: { x: 1, y: 2 }, end: { x: 3, y: 4 }, route: 'curved', end_head: 'none' });
    expect(shapes.some(({ id }) => id === 'l')).toBe(false);
  });

  it('makes frames of swimlanes and groups of what has parts', () => {
    const { shapes } = read(
      model(
        box('s', 'swimlane;startSize=23;', 'Backend', 'x="100" y="100" width="300" height="200"') +
          box('in', '', 'API', 'x="20" y="40" width="80" height="40"', 's') +
          box('host', '', 'Host', 'x="500" y="0" width="200" height="100"') +
          box('part', '', 'Part', 'x="10" y="10" width="50" height="20"', 'host'),
      ),
    );
    expect(find(shapes, 's')).toMatchObject({ type: 'frame', text: 'Backend' });
    expect(find(shapes, 'in')).toMatchObject({ parent_id: 's', x: 20, y: 40 });
    expect(find(shapes, 'part')).toMatchObject({ parent_id: find(shapes, 'host').parent_id, x: 510, y: 10 });
    expect(find(shapes, find(shapes, 'part').parent_id ?? '').type).toBe('group');
  });

  it('reads packed pages, several side by side', () => {
    const packed = Buffer.from(deflateSync(strToU8(encodeURIComponent(model(box('a', '', 'Größe')))))).toString('base64');
    const { shapes } = read(
      `<mxfile host="app"><diagram name="One">${packed}</diagram><diagram name="Two">${model(box('a', ''))}</diagram></mxfile>`,
    );
    expect(shapes.filter(({ type }) => type === 'frame').map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(shapes.filter(({ type }) => type === 'rectangle').map(({ text }) => text)).toEqual(['Größe', '']);
  });

  it('reads objects with data, hidden layers and placeholders', () => {
    const { shapes } = read(
      model(
        `<mxCell id="layer" parent="0" visible="0"/>${box('h', '', 'hidden', 'width="10" height="10"', 'layer')}
         <object id="o" label="%name%" name="Orders" placeholders="1"><mxCell style="" vertex="1" parent="1"><mxGeometry width="10" height="10" as="geometry"/></mxCell></object>`,
      ),
    );
    expect(find(shapes, 'h').hidden).toBe(true);
    expect(find(shapes, 'o').text).toBe('Orders');
  });

  it('says what is wrong with a damaged file, and what it could not take over', () => {
    expect(() => read('<mxfile><diagram name="x">%%%</diagram></mxfile>')).toThrow(ForeignFileError);
    expect(() => read('<mxfile></mxfile>')).toThrow(ForeignFileError);
    expect(read(model(box('l', 'shape=mxgraph.aws4.lambda;', 'Lambda'))).losses).toHaveLength(1);
  });
});
