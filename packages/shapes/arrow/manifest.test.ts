import { arrowHeads } from '@autograph/document';
import { nearestOnPath, type Path, pathBounds } from '@autograph/geometry';
import { describe, expect, it } from 'vitest';
import { nodePresets } from '../node/presets.ts';
import { stage } from '../testing/stage.ts';

const pair = (arrow: object, left: object = {}, right: object = {}) =>
  stage(
    { type: 'rectangle', id: 'left', w: 60, h: 40, ...left },
    { type: 'ellipse', id: 'right', x: 240, y: 60, w: 80, h: 60, ...right },
    { type: 'arrow', id: 'arrow', start: { shape_id: 'left' }, end: { shape_id: 'right' }, ...arrow },
  );

function ends(path: Path) {
  const [first, last] = [path[0], path.at(-1)];
  const [x = 0, y = 0] = first?.[0] === 'M' ? first.slice(1) : [];
  const [endX = 0, endY = 0] = last && last[0] !== 'Z' ? last.slice(-2) : [];
  return { start: { x: Number(x), y: Number(y) }, end: { x: Number(endX), y: Number(endY) } };
}

describe('arrow', () => {
  it.each(['straight', 'curved', 'orthogonal'] as const)('runs %s from outline to outline with a gap at its tip', (route) => {
    const { svg, scene, shape, definition } = pair({ route });
    expect(svg('arrow')).toMatchSnapshot();
    const { start, end } = ends(definition('arrow').outline(shape('arrow'), scene));
    expect(nearestOnPath(scene.pageOutline('left') ?? [], start)?.distance).toBeLessThan(0.1);
    expect(nearestOnPath(scene.pageOutline('right') ?? [], end)?.distance).toBeCloseTo(4, 0);
  });

  const targets: readonly { readonly type: string; readonly outline?: string }[] = [
    { type: 'ellipse' },
    { type: 'diamond' },
    { type: 'rectangle' },
    ...nodePresets.map(({ props }) => ({ type: 'node', ...props })),
  ];
  it.each(targets)('stops short of the true outline of $type $outline, from wherever it comes [F239]', (target) => {
    for (let degrees = 0; degrees < 360; degrees += 30) {
      const from = { x: 300 * Math.cos((degrees * Math.PI) / 180), y: 300 * Math.sin((degrees * Math.PI) / 180) };
      const { scene, shape, definition } = stage(
        { w: 120, h: 80, ...target, id: 'target', x: -60, y: -40 },
        { type: 'arrow', id: 'arrow', start: from, end: { shape_id: 'target' } },
      );
      const outline = scene.pageOutline('target') ?? [];
      const { end } = ends(definition('arrow').outline(shape('arrow'), scene));
      const { x = 0, y = 0 } = scene.get('arrow') ?? {};
      expect(nearestOnPath(outline, { x: end.x + x, y: end.y + y })?.distance, `${degrees} degrees`).toBeCloseTo(4, 0);
    }
  });

  it('follows what it is bound to', () => {
    const before = pair({}).svg('arrow');
    expect(pair({}, {}, { y: 300 }).svg('arrow')).not.toBe(before);
  });

  it('aims at the anchor of a rotated shape', () => {
    const { scene, shape, definition } = pair({ end: { shape_id: 'right', anchor: { x: 0.5, y: 0 } } }, {}, { rotation: 180 });
    const { end } = ends(definition('arrow').outline(shape('arrow'), scene));
    expect(end.y).toBeGreaterThan(90);
  });

  it('goes to a free point, and to its last point when its shape is gone', () => {
    const { scene, shape, definition } = stage({
      type: 'arrow',
      x: 10,
      y: 10,
      start: { x: 10, y: 20 },
      end: { shape_id: 'gone', x: 110, y: 70 },
    });
    expect(ends(definition('arrow').outline(shape('s0'), scene))).toEqual({ start: { x: 0, y: 10 }, end: { x: 100, y: 60 } });
  });

  it.each(arrowHeads)('draws the mark %s', (head) => {
    expect(stage({ type: 'arrow', start: { x: 0, y: 50 }, end: { x: 100, y: 50 }, end_head: head }).svg('s0')).toMatchSnapshot();
  });

  it('ends its line at the base of a mark, also in curves and when the last piece is shorter than the mark', () => {
    const points = [[100, 0]] as const;
    for (const end_head of ['triangle', 'diamond_open', 'circle'] as const)
      for (const route of ['curved', 'straight'] as const) {
        const { svg } = stage({ type: 'arrow', start: { x: 0, y: 0 }, end: { x: 104, y: 12 }, points, route, stroke_width: 4, end_head });
        const line = /<path d="([^"]+)"/.exec(svg('s0'))?.[1] ?? '';
        const [x = 0, y = 0] = (line.match(/-?[\d.]+/g) ?? []).map(Number).slice(-2);
        expect(Math.hypot(104 - x, 12 - y)).toBeGreaterThan(8);
      }
  });

  it('interrupts its line for its label', () => {
    const { svg, definition, shape, scene } = stage({
      type: 'arrow',
      start: { x: 0, y: 50 },
      end: { x: 300, y: 50 },
      text: 'HTTP Request',
    });
    const [, from, to] = /d="M0 50H([\d.]+)M([\d.]+) 50H300"/.exec(svg('s0')) ?? [];
    const [, x] = /<text x="([\d.]+)"/.exec(svg('s0')) ?? [];
    expect(Number(from)).toBeLessThan(Number(x));
    expect(Number(to)).toBeGreaterThan(Number(x) + 70);
    expect(definition('arrow').paintBounds?.(shape('s0'), scene).h).toBeGreaterThan(20);
  });

  it('dashes and dots its line, as far apart as is said [F201]', () => {
    const dash = (stroke_style: string) => /stroke-dasharray="([^"]+)"/.exec(pair({ stroke_style }).svg('arrow'))?.[1];
    expect([dash('solid'), dash('dashed'), dash('dotted')]).toEqual([undefined, '6 5', '0.01 4']);
    const wide = (stroke_style: string) => /stroke-dasharray="([^"]+)"/.exec(pair({ stroke_style, dash_gap: 12 }).svg('arrow'))?.[1];
    expect([wide('solid'), wide('dashed'), wide('dotted')]).toEqual([undefined, '6 12', '0.01 12']);
  });

  it('bends into a curve when its middle is dragged', () => {
    const { scene, shape, definition } = stage({ type: 'arrow', start: { x: 0, y: 0 }, end: { x: 100, y: 0 } });
    const change = definition('arrow').moveHandle?.(shape('s0'), 'bend:0', { x: 50, y: 40 }, undefined, scene);
    expect(change).toEqual({ points: [[50, 40]], route: 'curved' });
    const bent = stage({ type: 'arrow', start: { x: 0, y: 0 }, end: { x: 100, y: 0 }, points: [[50, 40]], route: 'curved' });
    const path = bent.scene.pageOutline('s0') ?? [];
    expect(path.some(([letter]) => letter === 'C')).toBe(true);
    expect(pathBounds(path)?.h).toBeGreaterThan(38);
    expect(definition('arrow').moveHandle?.(bent.shape('s0'), 'point:0', { x: 60, y: 30 }, undefined, scene)).toEqual({
      points: [[60, 30]],
    });
  });

  it('binds an end that is dropped on a shape: to its middle, or to the spot nearer its edge', () => {
    const { scene, shape, definition } = pair({});
    const drop = (x: number, y: number) => definition('arrow').moveHandle?.(shape('arrow'), 'end', { x, y }, shape('right'), scene);
    expect(drop(280, 90)).toEqual({ end: { shape_id: 'right' } });
    expect(drop(244, 90)).toEqual({ end: { shape_id: 'right', anchor: { x: 0, y: 0.5 } } });
    expect(drop(244, 72)).toEqual({ end: { shape_id: 'right', anchor: { x: 0.05, y: 0.2 } } });
    expect(definition('arrow').moveHandle?.(shape('arrow'), 'end', { x: 500, y: 5 }, undefined, scene)).toEqual({ end: { x: 500, y: 5 } });
  });
});
