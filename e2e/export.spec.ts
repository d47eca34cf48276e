import { readFileSync } from 'node:fs';
import { expect, makeFile, openFile, signInByApi, test } from './product.ts';

const source = 'flowchart LR\n  a[Web app] -->|reads| b[(Postgres)]\n';

test.describe('export', () => {
  test('downloads a picture from the menu', async ({ page, product }) => {
    const id = await makeFile(product.url, { title: 'Shop', blocks: [{ language: 'mermaid', source }] });
    await openFile(page, product.url, id);
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /svg/i }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('Shop.svg');
    const svg = readFileSync(await file.path(), 'utf8');
    expect(svg).toContain('Postgres');
    expect(svg).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  test('gives every format from the API [F513]', async ({ product }) => {
    const id = await makeFile(product.url, {
      title: 'Shop',
      type: 'mixed',
      note_content: '# Shop\n\nSells.',
      blocks: [{ language: 'mermaid', source }],
    });
    const { call } = await signInByApi(product.url);
    const starts = async (format: string, query = '') => {
      const { status, bytes } = await call(`/api/diagrams/${id}/export?format=${format}${query}`);
      expect(status).toBe(200);
      return bytes;
    };
    const text = async (format: string) => new TextDecoder().decode(await starts(format));
    expect(await text('svg')).toMatch(/^<svg /);
    expect([...(await starts('png')).slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect(new TextDecoder('latin1').decode(await starts('pdf'))).toMatch(/^%PDF-/);
    expect(JSON.parse(await text('json')).canvas_data.blocks[0].source).toBe(source);
    expect(await text('md')).toBe(`# Shop\n\nSells.\n\n\`\`\`mermaid\n${source.trimEnd()}\n\`\`\`\n`);
    expect(await text('mmd')).toBe(source);
  });

  test('lists its formats, and renders text only to those that show a canvas', async ({ product }) => {
    const { call } = await signInByApi(product.url);
    const formats: { format: string; shows: string }[] = (await call('/api/export/formats')).json().items;
    expect(formats.map(({ format }) => format).sort()).toEqual(expect.arrayContaining(['json', 'md', 'mmd', 'pdf', 'png', 'svg']));
    const drawn = formats.filter(({ shows }) => shows === 'canvas').map(({ format }) => format);
    for (const { format } of formats) {
      const answer = await call('/api/render', { body: { source, format } });
      expect([format, answer.status]).toEqual([format, drawn.includes(format) ? 200 : 422]);
      if (answer.status === 200) continue;
      expect(answer.json().error.details).toMatchObject([{ path: 'body.format', message: expect.stringContaining(drawn.join(', ')) }]);
    }
    const { paths } = (await call('/api/openapi.json')).json();
    const { properties } = paths['/api/render'].post.requestBody.content['application/json'].schema;
    expect(properties.format.enum).toEqual(formats.map(({ format }) => format).sort());
  });

  test('scales a PNG and keeps its ground transparent when asked [F504, F505]', async ({ product }) => {
    const id = await makeFile(product.url, { blocks: [{ language: 'mermaid', source }] });
    const { call } = await signInByApi(product.url);
    const size = async (query: string) => {
      const { bytes } = await call(`/api/diagrams/${id}/export?format=png${query}`);
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      return { w: view.getUint32(16), h: view.getUint32(20) };
    };
    const once = await size('');
    const thrice = await size('&scale=3&background=transparent');
    expect(Math.abs(thrice.w - once.w * 3)).toBeLessThanOrEqual(3);
    expect((await call(`/api/diagrams/${id}/export?format=png&scale=9`)).status).toBe(422);
  });
});
