import { CanvasDataInput } from '@autograph/contracts';
import { describe, expect, it } from 'vitest';
import { identified, pathInBody } from './pointed.ts';

const box = { type: 'rectangle', x: 0, y: 0, w: 1, h: 1 };
const canvas_data = CanvasDataInput.parse({ shapes: [box, { ...box, id: 'sh_mine' }], blocks: [{ source: 'flowchart LR' }] });
const blocks = [{ language: 'mermaid', source: 'flowchart TB' }];

describe('the path of a refused field', () => {
  it('is that of the request, whatever the room calls it', () => {
    const content = identified({ canvas_data, blocks, note_content: '' });
    const path = pathInBody(content);
    const unnamed = content.canvas_data.shapes[0]?.id;
    expect(path(`shapes/${unnamed}/type`)).toBe('body.canvas_data.shapes.0.type');
    expect(path('shapes/sh_mine/start/shape_id')).toBe('body.canvas_data.shapes.1.start.shape_id');
    expect(path('blocks.0.source')).toBe('body.canvas_data.blocks.0.source');
    expect(path('blocks.1.source')).toBe('body.blocks.0.source');
    expect(path('note')).toBe('body.note_content');
    expect(path('shapes/sh_other/x')).toBe('body.shapes/sh_other/x');
  });

  it('keeps the ids that shapes have', () => {
    const [first, second] = identified({ canvas_data }).canvas_data.shapes;
    expect(first?.id).toMatch(/^sh_/);
    expect(second).toEqual(canvas_data.shapes[1]);
    expect(identified({ note_content: 'x' })).toEqual({ note_content: 'x' });
  });
});
