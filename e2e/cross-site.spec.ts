import { expect, signInByApi, test } from './product.ts';

/** Other sites: one that the browser keeps our cookies from, and one of the same host, which gets them with every request. */
const sites = ['http://localhost:9', 'http://127.0.0.1:9'];

test.describe('a page of another site', () => {
  for (const site of sites)
    test(`${site} changes nothing by a form or a request in the name of who is signed in`, async ({ page, product }) => {
      const { call } = await signInByApi(product.url);
      const titles = async () => {
        const { items }: { items: { title: string }[] } = (await call('/api/diagrams?per_page=100')).json();
        return items.map(({ title }) => title);
      };
      const before = await titles();
      const forms = [
        ['/api/auth/logout', '', ''],
        ['/api/diagrams', '{"title":"Forged","type":"canvas","x":"', '"}'],
      ] as const;
      for (const [path, name, value] of forms) {
        const html = `<form id="f" method="post" enctype="text/plain" action="${product.url}${path}"><input type="hidden" name='${name}' value='${value}'></form><script>f.submit()</script>`;
        await page.route(`${site}/**`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
        const answer = page.waitForResponse(`${product.url}${path}`);
        await page.goto(site, { waitUntil: 'commit' });
        expect((await answer).status(), path).toBe(403);
        await page.unroute(`${site}/**`);
      }
      await page.route(`${site}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<p>Hello' }));
      await page.goto(site);
      const outcomes = await page.evaluate(async (url) => {
        const send = (path: string, init: RequestInit) =>
          fetch(url + path, { credentials: 'include', ...init }).then(
            (response) => response.status,
            () => 'kept from it',
          );
        return Promise.all([
          send('/api/diagrams', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: '{"title":"Forged","type":"canvas"}',
          }),
          send('/api/auth/sessions', { method: 'DELETE' }),
          send('/api/auth/me', {}),
        ]);
      }, product.url);
      expect(outcomes).toEqual(['kept from it', 'kept from it', 'kept from it']);
      expect(await titles()).toEqual(before);
      await page.goto(product.url);
      await expect(page.getByRole('button', { name: 'Account' })).toBeVisible();
    });
});
