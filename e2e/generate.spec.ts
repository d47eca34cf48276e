import { expect, makeFile, openFile, readFile, test } from './product.ts';

test('the prompt box says that no AI is connected, and what to write when it was not understood', async ({ page, product }) => {
  await openFile(page, product.url, await makeFile(product.url));
  await page.getByRole('button', { name: 'Generate with AI' }).first().click();
  const box = page.getByRole('form', { name: 'Generate with AI' });
  await expect(box).toContainText('No AI provider is connected: the built-in generator draws');
  await page.getByRole('textbox', { name: 'What to draw' }).fill('something nice');
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  const told = page.getByText(/name some parts, such as "users go through a CDN/);
  await expect(told).toBeVisible();
  await expect(told).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: 'What to draw' })).toHaveValue('something nice');
});

test('a prompt on the board becomes a diagram, and one undo takes it away [F310]', async ({ page, product, complaints }) => {
  const id = await makeFile(product.url);
  await openFile(page, product.url, id);
  await page.getByRole('button', { name: 'Generate with AI' }).first().click();
  await page.getByRole('textbox', { name: 'What to draw' }).fill('users go through a CDN to a web app that reads Postgres and Redis');
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  const labels = async () =>
    (await readFile(product.url, id)).canvas_data.shapes
      .filter((shape: { type: string }) => shape.type === 'node')
      .map((shape: { text: string }) => shape.text);
  await expect.poll(labels, { timeout: 20_000 }).toEqual(['Users', 'CDN', 'Web app', 'PostgreSQL', 'Redis']);
  await page.getByRole('application', { name: 'Board' }).click({ position: { x: 20, y: 200 } });
  await page.keyboard.press('Control+z');
  await expect.poll(labels).toEqual([]);
  expect(complaints).toEqual([]);
});
