import { expect, makeFile, openFile, readFile, test } from './product.ts';

const long = 'a line that is longer than the column of the note is wide, so that it must wrap once or twice before its end';
const note = `# Lists\n\n- ${long}\n  - ${long}\n- [ ] ${long}\n\n9. ${long}\n10. ${long}\n`;

/** Run in the page: of each item, where every row of its words begins, px from the left. */
const rowsOfItems = `[...document.querySelectorAll('.cm-md-item')].map((line) => {
  const words = document.createRange();
  words.setStartAfter([...line.querySelectorAll('.cm-md-marker')].at(-1));
  words.setEndAfter(line.lastChild);
  const rows = new Map();
  for (const { top, left, width } of words.getClientRects()) if (width > 0 && !rows.has(Math.round(top))) rows.set(Math.round(top), Math.round(left));
  return [...rows.values()];
})`;

test('items of lists wrap under their words, whatever their marker; a box is ticked in the text', async ({ page, product, complaints }) => {
  const id = await makeFile(product.url, { type: 'mixed', note_content: note });
  await openFile(page, product.url, id);
  const rows = await page.evaluate<number[][]>(rowsOfItems);
  expect(rows).toHaveLength(5);
  for (const lefts of rows) {
    expect(lefts.length).toBeGreaterThan(1);
    expect(Math.max(...lefts) - Math.min(...lefts)).toBeLessThanOrEqual(1);
  }
  const [first, nested, task, ninth, tenth] = rows.map(([left]) => left ?? 0);
  expect(nested).toBeGreaterThan(first ?? 0);
  expect(task).toBe(first);
  expect(tenth).toBe(ninth);
  await page.screenshot({ path: 'test-results/pages/note-lists.png' });
  await page.getByRole('checkbox', { name: 'To do' }).click();
  await expect(page.getByRole('checkbox', { name: 'Done' })).toBeVisible();
  await expect.poll(async () => (await readFile(product.url, id)).note_content).toBe(note.replace('[ ]', '[x]'));
  expect(complaints).toEqual([]);
});
