import { describe, expect, it } from 'vitest';
import { layerRows } from './layer-rows.ts';
import { renameLayer } from './rename-layer.ts';
import { drive, testEditor } from './testing/driver.ts';
import { testBlocks } from './testing/test-blocks.ts';

describe('a layer', () => {
  it('is called anew, and by its text again with no name [F249]', () => {
    const { editor, ...driver } = withRectangle('Web app\nReact');
    const names = () => layerRows(editor, new Set()).map(({ name }) => name);
    renameLayer(editor, driver.id, 'Web app');
    expect(editor.scene.get(driver.id)?.name).toBeUndefined();
    renameLayer(editor, driver.id, ' Front ');
    expect(names()).toEqual(['Front']);
    renameLayer(editor, driver.id, '');
    expect(names()).toEqual(['Web app']);
    expect(editor.scene.get(driver.id)?.text).toBe('Web app\nReact');
  });

  it('that code draws keeps the further lines of its text', () => {
    const written: string[] = [];
    const editor = testEditor({
      blocks: {
        ...testBlocks,
        derive(block) {
          const derived = testBlocks.derive(block);
          return {
            ...derived,
            shapes: derived.shapes.map((shape) => (shape.text ? { ...shape, text: 'First line\nSecond line' } : shape)),
          };
        },
        edit(block, edits) {
          for (const edit of edits) if (edit.kind === 'change' && edit.change.text) written.push(edit.change.text);
          return testBlocks.edit(block, edits);
        },
      },
    });
    const block = editor.createBlock({ language: 'toy', source: 'n=Label', x: 0, y: 0, layout: { n: { x: 0, y: 0 } } });
    renameLayer(editor, `${block}/n`, 'First line');
    renameLayer(editor, `${block}/n`, '');
    expect(written).toEqual([]);
    renameLayer(editor, `${block}/n`, 'Other');
    expect(written).toEqual(['Other\nSecond line']);
  });
});

function withRectangle(text: string) {
  const driver = drive().press('r').drag([0, 0], [100, 100]);
  const { id } = driver.shape('rectangle');
  driver.editor.updateShapes([{ id, change: { text } }]);
  return { editor: driver.editor, id };
}
