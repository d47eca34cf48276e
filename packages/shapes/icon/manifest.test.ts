import { createTextMeasurer, lightTheme } from '@autograph/render';
import { describe, expect, it } from 'vitest';
import { stage } from '../testing/stage.ts';

describe('icon', () => {
  it('shows the symbol in its box and the name below it', () => {
    const { draw } = stage({ type: 'icon', w: 64, h: 64, icon: 'aws:s3', text: 'Bucket' });
    const [image, label] = draw('s0');
    expect(image).toEqual({
      kind: 'image',
      box: { x: 0, y: 0, w: 64, h: 64 },
      source: { kind: 'icon', id: 'aws:s3', ground: lightTheme.background },
    });
    expect(label).toMatchObject({ kind: 'text', runs: [{ text: 'Bucket' }] });
    expect(label?.kind === 'text' && label.y).toBeGreaterThan(64);
  });

  it('is called by its symbol where it has no name of its own', () => {
    const spoken = (props: { text?: string; name?: string }) => {
      const { definition, shape } = stage({ type: 'icon', w: 64, h: 64, icon: 'logos:aws-s3', ...props });
      return definition('icon').spoken?.(shape('s0'));
    };
    expect(spoken({})).toBe('AWS S3');
    expect(spoken({ text: 'Bucket' })).toBeUndefined();
    expect(spoken({ name: 'Uploads' })).toBeUndefined();
  });

  it('has room for a long name in its paint bounds', () => {
    const text = 'A rather long name of a bucket that wraps onto three lines or so';
    const { definition, shape, scene } = stage({ type: 'icon', w: 64, h: 64, icon: 'x', text });
    const context = { theme: lightTheme, measure: createTextMeasurer(), scene };
    const box = definition('icon').textBox?.(shape('s0'), context);
    const paint = definition('icon').paintBounds?.(shape('s0'), scene);
    expect((paint?.y ?? 0) + (paint?.h ?? 0)).toBeGreaterThanOrEqual((box?.y ?? 0) + (box?.h ?? 0));
  });
});
