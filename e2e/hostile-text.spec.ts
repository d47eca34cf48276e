import { expect, makeFile, openFile, signInByApi, test } from './product.ts';

const evil = '<img src=x onerror=window.ran=1><script>window.ran=1</script>';

/** One text for what is drawn natively, one for what is shown as a picture. */
const sources = [
  `flowchart LR\n  a["${evil}"] -->|"${evil}"| b[B]\n  click b "javascript:window.ran=1" "${evil}"\n  click a call window.ran()\n`,
  `sequenceDiagram\n  A->>B: ${evil}\n  Note over A: ${evil}\n  link A: Go @ javascript:window.ran=1\n`,
  `pie title ${evil}\n  "${evil}" : 3\n  "b" : 4\n`,
  `journey\n  title ${evil}\n  section ${evil}\n    ${evil}: 5: Me\n`,
];
const note = `# Hello ${evil}\n\n[go](javascript:window.ran=1) <svg onload=window.ran=1></svg>\n\n\`\`\`mermaid\n${sources[0]}\`\`\`\n`;

test('scripts in labels, links, pictures and notes never run, on the board or in what is exported, nor does one that is put into a page [F056]', async ({
  page,
  product,
}) => {
  page.on('dialog', (dialog) => {
    throw new Error(`A dialog opened: ${dialog.message()}`);
  });
  const blocks = sources.map((source, at) => ({ language: 'mermaid', source, x: 0, y: 500 * at }));
  const id = await makeFile(product.url, { blocks, note });
  await openFile(page, product.url, id);
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await expect(page.getByRole('textbox', { name: /^Code of/ })).toContainText('onerror');
  await page.mouse.click(400, 300);
  expect(await page.evaluate<boolean>(`'ran' in window`)).toBe(false);

  const { call } = await signInByApi(product.url);
  const { status, bytes } = await call(`/api/diagrams/${id}/export?format=svg`);
  expect(status).toBe(200);
  const svg = new TextDecoder().decode(bytes);
  expect(svg).toContain('onerror');
  await page.route(`${product.url}/trash`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('</body>', '<script>window.ran=1</script><img src=x onerror="window.ran=1"></body>');
    await route.fulfill({ response, body });
  });
  const carrier = await page.goto(`${product.url}/trash`);
  expect(await carrier?.text()).toContain('<script>window.ran=1</script>');
  await page.waitForLoadState('load');
  expect(await page.evaluate<boolean>(`'ran' in window`)).toBe(false);

  await page.goto('about:blank');
  await page.setContent(svg);
  const dangerous = await page.evaluate<readonly string[]>(
    `[...document.querySelectorAll('*')].flatMap((element) => [
      ...(element.localName === 'script' ? ['script'] : []),
      ...[...element.attributes].filter(({ name, value }) => /^on/.test(name) || /^\\s*javascript:/i.test(value)).map(({ name }) => name),
    ])`,
  );
  expect(dangerous).toEqual([]);
  expect(await page.evaluate<boolean>(`'ran' in window`)).toBe(false);
});
