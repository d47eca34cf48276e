import { describe, expect, it } from 'vitest';
import { announceActs, type Editor } from './index.ts';
import { type Driver, drive } from './testing/driver.ts';

/** A board with one rectangle that says Hello and is being edited. */
function writing(): { driver: Driver; editor: Editor; id: string } {
  const driver = drive().press('r').drag([100, 100], [200, 160]).press('Enter').type('Hello').press('Escape').press('Enter');
  return { driver, editor: driver.editor, id: driver.shape('rectangle').id };
}

const storedText = ({ editor }: Driver, id: string) => editor.document.shapes.get(id)?.text;

/** What somebody else makes of the text. */
function theyWrite({ document }: Editor, id: string, text: string): void {
  const shape = document.shapes.get(id);
  if (shape) document.apply({ shapes: [[id, { ...shape, text }]] }, 'remote');
}

describe('a text stored while it is typed', () => {
  it('is one undo with the whole of the editing, and one redo', () => {
    const { driver, editor, id } = writing();
    for (const text of ['Hello W', 'Hello Wor', 'Hello World']) {
      driver.type(text);
      editor.storeText();
      expect(storedText(driver, id)).toBe(text);
    }
    driver.type('Hello World!').press('Escape');
    editor.undo();
    expect(storedText(driver, id)).toBe('Hello');
    editor.redo();
    expect(storedText(driver, id)).toBe('Hello World!');
    editor.undo();
    editor.undo();
    expect(storedText(driver, id)).toBeUndefined();
  });

  it('leaves no undo behind when it ends as it began', () => {
    const { driver, editor, id } = writing();
    const before = editor.history.keep().undo.length;
    driver.type('Hello World');
    editor.storeText();
    driver.type('Hello').press('Escape');
    expect(storedText(driver, id)).toBe('Hello');
    expect(editor.history.keep().undo).toHaveLength(before);
  });

  it('comes with its first words when there was none before, and goes again when they are deleted', () => {
    const driver = drive().press('t').click([200, 200]);
    driver.editor.storeText();
    expect(driver.shapes).toEqual([]);
    driver.type('Hel');
    driver.editor.storeText();
    expect(driver.shape('text').text).toBe('Hel');
    driver.type('Hello').press('Escape');
    expect(driver.shape('text').text).toBe('Hello');
    driver.editor.undo();
    expect(driver.shapes).toEqual([]);
    driver.press('t').click([200, 200]).type('x');
    driver.editor.storeText();
    driver.type('').press('Escape');
    expect(driver.shapes).toEqual([]);
    expect(driver.editor.canUndo).toBe(false);
  });

  it('takes in what somebody else types in it, and undoes only its own', () => {
    const { driver, editor, id } = writing();
    driver.type('Hello World');
    editor.storeText();
    theyWrite(editor, id, 'Oh, Hello World');
    expect(editor.editing).toMatchObject({ text: 'Oh, Hello World', selection: { from: 15, to: 15 } });
    driver.type('Oh, Hello World!');
    theyWrite(editor, id, 'Oh! Hello World');
    driver.press('Escape');
    expect(storedText(driver, id)).toBe('Oh! Hello World!');
    editor.undo();
    expect(storedText(driver, id)).toBe('Oh! Hello');
  });

  it('is not overwritten by who only had it open', () => {
    const { driver, editor, id } = writing();
    theyWrite(editor, id, 'Theirs');
    driver.press('Escape');
    expect(storedText(driver, id)).toBe('Theirs');
  });

  it('keeps somebody else’s colour when it is undone', () => {
    const { driver, editor, id } = writing();
    driver.type('Hello W');
    editor.storeText();
    const shape = editor.document.shapes.get(id);
    if (shape) editor.document.apply({ shapes: [[id, { ...shape, fill: 'red' }]] }, 'remote');
    driver.type('Hello World').press('Escape');
    editor.undo();
    expect(editor.document.shapes.get(id)).toMatchObject({ text: 'Hello', fill: 'red' });
  });

  it('is heard once, when it is done', async () => {
    const { driver, editor } = writing();
    const heard: string[] = [];
    const stops = [announceActs(editor), editor.subscribe((what) => what === 'announcement' && heard.push(editor.announcement))];
    driver.type('Hello W');
    editor.storeText();
    await Promise.resolve();
    driver.type('Hello World');
    editor.storeText();
    await Promise.resolve();
    driver.press('Escape');
    await Promise.resolve();
    for (const stop of stops) stop();
    expect(heard).toEqual(['Text Hello World']);
  });
});

describe('a label from code stored while it is typed', () => {
  /** A diagram as code whose box `a` is being renamed. */
  function renaming() {
    const driver = drive();
    const { editor } = driver;
    const id = editor.createBlock({ language: 'toy', source: 'a\nb\na->b', x: 100, y: 100 }) ?? '';
    const placed = editor.document.blocks.get(id);
    const layout = { a: { x: 20, y: 40 }, b: { x: 220, y: 40 } };
    if (placed) editor.document.apply({ blocks: [[id, { ...placed, layout }]] }, 'layout');
    driver.doubleClick([170, 165]);
    const source = () => editor.document.blocks.get(id)?.source;
    return { driver, editor, id, source };
  }

  it('is in the code at every pause, by the smallest change, and one undo with the whole of the editing', () => {
    const { driver, editor, source } = renaming();
    const before = editor.history.keep().undo.length;
    for (const text of ['G', 'Gate', 'Gateway']) {
      driver.type(text);
      editor.storeText();
      expect(source()).toBe(`a=${text}\nb\na->b`);
      expect(editor.editing?.text).toBe(text);
    }
    driver.type('Gateway 2').press('Escape');
    expect(source()).toBe('a=Gateway 2\nb\na->b');
    expect(editor.history.keep().undo).toHaveLength(before + 1);
    editor.undo();
    expect(source()).toBe('a\nb\na->b');
  });

  it('leaves the code as it was when it ends as it began, and when it is emptied for a moment', () => {
    const { driver, editor, source } = renaming();
    const before = editor.history.keep().undo.length;
    driver.type('Gate');
    editor.storeText();
    driver.type('');
    editor.storeText();
    expect(source()).toBe('a=Gate\nb\na->b');
    driver.type('a').press('Escape');
    expect(source()).toBe('a\nb\na->b');
    expect(editor.history.keep().undo).toHaveLength(before);
  });

  it('goes with what somebody else writes in the code meanwhile', () => {
    const { driver, editor, id, source } = renaming();
    driver.type('Gate');
    editor.storeText();
    const block = editor.document.blocks.get(id);
    if (block) editor.document.apply({ blocks: [[id, { ...block, source: `${block.source}\nc` }]] }, 'remote');
    driver.type('Gateway');
    editor.storeText();
    expect(source()).toBe('a=Gateway\nb\na->b\nc');
    driver.press('Escape');
    editor.undo();
    expect(source()).toBe('a\nb\na->b\nc');
  });
});
