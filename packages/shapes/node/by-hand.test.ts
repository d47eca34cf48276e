import { fieldsOf, insertShape, kindOf } from '@autograph/editor';
import { drive, testEditor } from '@autograph/editor/testing/driver.ts';
import { createTextMeasurer } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { shapeDefinitions } from '../registry.ts';
import { stage } from '../testing/stage.ts';
import { nodeSize } from './node-shape.ts';
import { outlineNames } from './outlines/index.ts';
import { nodePresets } from './presets.ts';

const board = () => drive(testEditor({ shapes: shapeDefinitions }));
const offered = (type: string) => shapeDefinitions.find((definition) => definition.type === type)?.fields ?? [];

describe('a node that somebody has drawn', () => {
  it.each(nodePresets)('is called $label, can be turned, and offers what a rectangle does', ({ label, props }) => {
    const driver = board();
    insertShape(driver.editor, 'node', props, { x: 400, y: 300 });
    const shape = driver.shape('node');
    expect(kindOf(driver.editor.scene, shape)).toBe(label);
    const definition = driver.editor.definition('node');
    const fields = definition ? fieldsOf(definition, shape) : [];
    expect(offered('rectangle').filter((field) => field !== 'radius' && !fields.includes(field))).toEqual([]);
    expect(driver.editor.overlay.grips.some(({ kind }) => kind === 'rotate')).toBe(true);
    driver.run('rotate_right');
    expect(driver.shape('node').rotation).not.toBe(0);
  });

  it('says of one from code that it is a node of a diagram, with what its text can say', () => {
    const definition = board().editor.definition('node');
    const place = { id: 'n', type: 'node', x: 0, y: 0, w: 120, h: 44, rotation: 0, parent_id: null, index: 'a' };
    const shape = { ...place, origin: { block_id: 'b', node_id: 'n' } };
    expect(definition && fieldsOf(definition, shape)).not.toContain('font_size');
  });

  it.each(outlineNames)('keeps a label on one line in “%s”, made as large as its label asks for', (outline) => {
    const text = 'Order service';
    const size = nodeSize({ outline, text }, createTextMeasurer());
    const code = stage({ type: 'node', outline, text, ...size, origin: { block_id: 'b', node_id: 'n' } });
    const drawn = stage({ type: 'node', outline, text, ...size });
    const lines = (svg: string) => svg.match(/<text/g)?.length ?? 0;
    expect(lines(drawn.svg('s0'))).toBe(lines(code.svg('s0')));
  });

  it('writes as it is told: font, size, bold, left and at the top', () => {
    const plain = stage({ type: 'node', outline: 'cyl', text: 'Orders', w: 200, h: 120 });
    const styled = stage({
      type: 'node',
      outline: 'cyl',
      text: 'Orders',
      w: 200,
      h: 120,
      font: 'serif',
      font_size: 20,
      bold: true,
      text_align: 'left',
      text_valign: 'top',
    });
    const place = (svg: string) => (/<text x="([\d.]+)" y="([\d.]+)"/.exec(svg) ?? []).slice(1).map(Number);
    const [[x = 0, y = 0], [left = 0, top = 0]] = [place(plain.svg('s0')), place(styled.svg('s0'))];
    expect(left).toBeLessThan(x);
    expect(top).toBeLessThan(y);
    expect(styled.svg('s0')).toContain('font-size="20"');
  });

  it('grows with a text that does not fit', () => {
    const driver = board();
    insertShape(driver.editor, 'node', { outline: 'cyl', w: 120, h: 60 }, { x: 400, y: 300 });
    const { id, h } = driver.shape('node');
    driver.editor.updateShapes([{ id, change: { text: 'a rather long description of what is stored in this database, and why' } }]);
    expect(driver.get(id).h).toBeGreaterThan(h);
  });
});
