import AxeBuilder from '@axe-core/playwright';
import { expect, openFile, readFile, signInByApi, test } from './product.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of sizes) {
    test(`pages are accessible and quiet at ${viewport.width} px, ${colorScheme} [F595, F596, F664]`, async ({
      page,
      product,
      complaints,
    }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      const { call } = await signInByApi(product.url);
      const { items } = (await call('/api/diagrams?q=cloud%20architecture')).json();
      const look = async (name: string) => {
        await page.screenshot({ path: `test-results/pages/${name}-${viewport.width}-${colorScheme}.png` });
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(serious.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
      };
      await page.goto(`${product.url}/`);
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      await look('workspace');
      await openFile(page, product.url, items[0].id);
      await look('file');
      await page.goto(`${product.url}/settings`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await look('settings');
      expect((await readFile(product.url, items[0].id)).id).toBe(items[0].id);
      expect(complaints).toEqual([]);
    });
  }
}
