import { request } from 'node:http';
import { expect, makeFile, signInByApi, test } from './product.ts';

test('pages are hardened against framing, sniffing, injection and downgrade [F056]', async ({ page, product }) => {
  const id = await makeFile(product.url);
  for (const path of ['/', '/signin', '/settings', `/f/${id}`]) {
    const answer = await page.goto(product.url + path);
    const headers = answer?.headers() ?? {};
    expect(headers, path).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'x-xss-protection': '1; mode=block',
      'strict-transport-security': expect.stringContaining('max-age='),
    });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).toMatch(/script-src [^;]*'nonce-/);
    expect(policy, path).not.toMatch(/script-src [^;]*'unsafe-inline'/);
  }
});

/** How many bytes of a body come over the line, in the encoding that is asked for. */
function received(
  url: string,
  token: string,
  encoding: string,
): Promise<{ readonly bytes: number; readonly encoding: string | undefined }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'accept-encoding': encoding };
    const sent = request(url, { headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('end', () => resolve({ bytes, encoding: answer.headers['content-encoding'] }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('a large file comes in fewer bytes where the caller takes it compressed [F044]', async ({ product }) => {
  const shapes = Array.from({ length: 500 }, (_, i) => ({
    id: `sh_${i}`,
    type: 'rectangle',
    x: i * 10,
    y: 0,
    w: 100,
    h: 60,
    text: `Box ${i}`,
  }));
  const id = await makeFile(product.url, { canvas_data: { shapes, blocks: [] } });
  const { token } = await signInByApi(product.url);
  const [plain, ...compressed] = await Promise.all(
    ['identity', 'gzip', 'br'].map((encoding) => received(`${product.url}/api/diagrams/${id}`, token, encoding)),
  );
  expect(plain?.encoding).toBeUndefined();
  expect(plain?.bytes).toBeGreaterThan(30_000);
  expect(compressed.map(({ encoding }) => encoding)).toEqual(['gzip', 'br']);
  for (const { bytes } of compressed) expect(bytes).toBeLessThan((plain?.bytes ?? 0) / 3);
});
