import { expect, owner, signInByApi, test } from './product.ts';

test.describe('first visit', () => {
  test('makes the first account, which administers the instance, and three examples', async ({ browser, ownProduct: product }) => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(product.url);
    await page.waitForURL(/\/setup/);
    await page.getByLabel('Name').fill(owner.name);
    await page.getByLabel('E-mail').fill(owner.email);
    await page.getByLabel('Password', { exact: true }).fill(owner.password);
    await page.getByLabel('Repeat the password').fill(owner.password);
    await page.getByRole('button', { name: /create/i }).click();
    await page.waitForURL(`${product.url}/`);
    await expect(
      page
        .getByRole('article')
        .or(page.getByRole('listitem'))
        .filter({ has: page.getByRole('link') }),
    ).toHaveCount(3, { timeout: 20_000 });
    const { call } = await signInByApi(product.url);
    expect((await call('/api/auth/me')).json()).toMatchObject({ user: { role: 'admin' } });
    await page.context().close();
  });
});

test.describe('workspace', () => {
  test('finds a file by its title as it is typed', async ({ page, product }) => {
    const { call } = await signInByApi(product.url);
    await call('/api/diagrams', { body: { title: 'Warehouse robots', type: 'canvas' } });
    await page.goto(product.url);
    await expect(page.getByText('Warehouse robots')).toBeVisible();
    await page.getByRole('searchbox', { name: /search/i }).fill('warehose');
    await expect(page.getByText('Warehouse robots')).toBeVisible();
    await expect(page.getByText('Sequence: OAuth code flow with PKCE')).toBeHidden();
  });

  test('moves a file to the trash and takes that back', async ({ page, product }) => {
    const { call } = await signInByApi(product.url);
    const { id } = (await call('/api/diagrams', { body: { title: 'Short-lived', type: 'note' } })).json();
    await page.goto(product.url);
    await page.getByRole('button', { name: 'Actions for Short-lived' }).click();
    await page.getByRole('menuitem', { name: /trash/i }).click();
    const card = page.getByRole('heading', { name: 'Short-lived' });
    await expect(card).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(card).toBeVisible();
    expect((await call(`/api/diagrams/${id}`)).json()).toMatchObject({ is_deleted: false });
  });

  test('shows whole boards on its cards, however tall they are', async ({ page, product }) => {
    const source = `flowchart TB\n${Array.from({ length: 14 }, (_, step) => `  s${step} --> s${step + 1}`).join('\n')}`;
    const { call } = await signInByApi(product.url);
    await call('/api/diagrams', { body: { title: 'Tall board', type: 'canvas', blocks: [{ language: 'mermaid', source }] } });
    await page.goto(product.url);
    const picture = page.getByRole('listitem').filter({ hasText: 'Tall board' }).locator('img');
    await expect(picture).toBeVisible({ timeout: 40_000 });
    await expect(picture).toHaveCSS('object-fit', 'contain');
    await expect(picture).toHaveJSProperty('naturalWidth', 640);
    await expect(picture).toHaveJSProperty('naturalHeight', 400);
  });

  test('lays its cards out in three columns, two on a tablet, one on a phone [F151, F566]', async ({ page, product }) => {
    const { call } = await signInByApi(product.url);
    const blocks = [{ language: 'mermaid', source: 'erDiagram\n  PERSON ||--o{ ORDER : places' }];
    await call('/api/diagrams', { body: { title: 'Orders in tables', type: 'canvas', blocks } });
    await page.goto(product.url);
    const cards = page.getByRole('listitem').filter({ has: page.getByRole('link') });
    await expect(cards.nth(2)).toBeVisible();
    const newest = cards.filter({ hasText: 'Orders in tables' });
    await expect(newest.locator('img')).toBeVisible({ timeout: 40_000 });
    await expect(newest).toContainText(/Edited/);
    for (const [width, columns] of [
      [1280, 3],
      [768, 2],
      [390, 1],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      const lefts = (await Promise.all((await cards.all()).map((card) => card.boundingBox()))).map((box) => box?.x);
      expect(new Set(lefts).size, `${width} px`).toBe(columns);
    }
  });

  test('says little at a time, and nothing of another page; what is erased stays erased', async ({ page, product }) => {
    const { call } = await signInByApi(product.url);
    const titles = ['First of four', 'Second of four', 'Third of four', 'Fourth of four'];
    for (const title of titles) await call('/api/diagrams', { body: { title, type: 'note' } });
    const pick = async (title: string, action: RegExp) => {
      await page.getByRole('button', { name: `Actions for ${title}` }).click();
      await page.getByRole('menuitem', { name: action }).click();
    };
    await page.goto(product.url);
    for (const title of titles) await pick(title, /trash/i);
    const messages = page.locator('[data-sonner-toast][data-visible=true]');
    await expect(messages.first()).toContainText('Fourth of four');
    await expect(messages).toHaveCount(2);
    await page.getByRole('link', { name: 'Trash' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Trash' })).toBeVisible();
    await expect(messages).toHaveCount(0);
    await pick('First of four', /erase|delete|for good/i);
    await expect(messages).toHaveText(/Erasing/);
    await page.getByRole('link', { name: 'All files' }).click();
    await expect(messages).toHaveCount(0);
    await expect
      .poll(async () => (await call('/api/diagrams?trashed=true')).json().items.map(({ title }: { title: string }) => title))
      .toEqual(expect.not.arrayContaining(['First of four']));
  });
});
