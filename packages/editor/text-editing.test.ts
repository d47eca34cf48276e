import { describe, expect, it } from 'vitest';
import { currentMarks } from './index.ts';
import { drive } from './testing/driver.ts';

/** A board with one text, which is being edited. */
function writing(text = 'Hello World') {
  const driver = drive().press('t').click([200, 200]).type(text).press('Escape');
  const { id, x, y } = driver.shape('text');
  driver.doubleClick([x + 20, y + 10]);
  return { driver, id, text: driver.editor.textEditing };
}

describe('text styles', () => {
  it('accumulate on the whole text, and come off one by one [F243]', () => {
    const driver = drive().press('t').click([200, 200]).type('Hello World').press('Escape');
    driver.press('mod+b').press('mod+i').run('toggle_underline');
    expect(driver.shape('text')).toMatchObject({ bold: true, italic: true, underline: true });
    expect([...currentMarks(driver.editor)]).toEqual(['bold', 'italic', 'underline']);
    driver.press('mod+i').press('mod+shift+x');
    expect(driver.shape('text')).toMatchObject({ bold: true, underline: true, strike: true });
    expect(driver.shape('text').italic).toBeUndefined();
    driver.editor.undo();
    expect(driver.shape('text').strike).toBeUndefined();
  });

  it('style what is selected while writing, as one undo with the writing [F243]', () => {
    const { driver, text } = writing();
    text.select({ from: 6, to: 11 });
    for (const command of ['toggle_bold', 'toggle_italic', 'toggle_underline', 'toggle_code']) driver.run(command);
    expect([...currentMarks(driver.editor)]).toEqual(['bold', 'italic', 'underline', 'code']);
    driver.press('Escape');
    expect(driver.shape('text').text_spans).toEqual([{ from: 6, to: 11, bold: true, italic: true, underline: true, code: true }]);
    driver.editor.undo();
    expect(driver.shape('text').text_spans).toBeUndefined();
  });

  it('take a stretch out of what the whole text is', () => {
    const { driver, text } = writing();
    driver.press('Escape').press('mod+b').press('Enter');
    text.select({ from: 0, to: 5 });
    driver.run('toggle_bold').press('Escape');
    expect(driver.shape('text')).toMatchObject({ bold: true, text_spans: [{ from: 0, to: 5, bold: false }] });
    driver.press('mod+b');
    expect(driver.shape('text').text_spans).toBeUndefined();
    expect(driver.shape('text').bold).toBe(true);
  });

  it('go on with what is typed in them, and begin at a caret', () => {
    const { driver, text } = writing();
    text.select({ from: 6, to: 11 });
    driver.run('toggle_bold');
    text.select({ from: 11, to: 11 });
    text.replace(11, 11, '!');
    expect(driver.editor.editing?.spans).toEqual([{ from: 6, to: 12, bold: true }]);
    driver.run('toggle_bold');
    text.replace(12, 12, ' ok');
    driver.run('toggle_strike');
    text.replace(15, 15, 'x');
    expect(driver.editor.editing?.spans).toEqual([
      { from: 6, to: 12, bold: true },
      { from: 15, to: 16, strike: true },
    ]);
  });

  it('tell which of equal letters was typed by the caret', () => {
    const { driver, text } = writing('aaaa');
    text.select({ from: 2, to: 4 });
    driver.run('toggle_bold');
    driver.editor.changeText('aaaaa', 1);
    expect(driver.editor.editing?.spans).toEqual([{ from: 3, to: 5, bold: true }]);
  });

  it('link the selection, the caret’s own link, or the address itself', () => {
    const { driver, text } = writing();
    text.select({ from: 6, to: 11 });
    driver.run('edit_link');
    expect(driver.editor.editing?.asksLink).toBe(true);
    text.setLink('https://example.org');
    text.select({ from: 8, to: 8 });
    driver.run('edit_link');
    expect(driver.editor.editing?.selection).toEqual({ from: 6, to: 11 });
    text.setLink(null);
    expect(driver.editor.editing?.spans).toEqual([]);
    text.select({ from: 11, to: 11 });
    driver.run('edit_link');
    text.setLink('mailto:a@b.example');
    driver.press('Escape');
    expect(driver.shape('text')).toMatchObject({
      text: 'Hello Worldmailto:a@b.example',
      text_spans: [{ from: 11, to: 29, link: 'mailto:a@b.example' }],
    });
  });

  it('keep their own undo while writing: words, deletions and styles', () => {
    const { driver, text } = writing('x');
    text.replace(0, 1, '');
    for (const [i, letter] of [...'two words'].entries()) text.replace(i, i, letter);
    text.select({ from: 0, to: 3 });
    driver.run('toggle_bold');
    text.undo();
    expect(driver.editor.editing).toMatchObject({ text: 'two words', spans: [] });
    text.undo();
    expect(driver.editor.editing?.text).toBe('two ');
    text.redo();
    text.redo();
    expect(driver.editor.editing).toMatchObject({ text: 'two words', spans: [{ from: 0, to: 3, bold: true }] });
  });
});

describe('a text that is being written', () => {
  it('is given up when it is left empty: nothing of it is hovered, and it cannot be gone on with', () => {
    const driver = drive().press('t').click([200, 200]);
    const { editor } = driver;
    const id = editor.editing?.shape_id ?? '';
    driver.move([202, 200]);
    editor.startEditing(id);
    expect([editor.editing, editor.hovered, editor.scene.size]).toEqual([null, null, 0]);
  });

  it('has whole characters only, as whoever receives it would read it', () => {
    const { driver, text } = writing('a🙂b');
    text.replace(1, 2, '');
    driver.press('Escape');
    expect(driver.shape('text').text).toBe('a\ufffdb');
    driver.editor.undo();
    expect(driver.shape('text').text).toBe('a🙂b');
  });
});
