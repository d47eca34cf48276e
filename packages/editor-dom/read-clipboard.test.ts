import { describe, expect, it } from 'vitest';
import { readClipboard } from './read-clipboard.ts';

const item = (contents: Readonly<Record<string, string>>) => ({
  types: Object.keys(contents),
  getType: async (type: string) => new Blob([contents[type] ?? ''], { type }),
});
const readText = async () => 'only a text';
const at = { x: 3, y: 4 };

describe('the clipboard read by a menu', () => {
  it('delivers texts and pictures as the paste key does', async () => {
    expect(await readClipboard({ read: async () => [item({ 'text/plain': 'hello' })], readText }, at)).toEqual({
      text: 'hello',
      files: [],
      at,
    });
    const { text, files } = await readClipboard({ read: async () => [item({ 'image/png': 'pixels' })], readText }, at);
    expect(text).toBe('');
    expect(files.map(({ name, type }) => [name, type])).toEqual([['image.png', 'image/png']]);
    expect(await files[0]?.text()).toBe('pixels');
  });

  it('delivers the text where a browser gives nothing else', async () => {
    expect(await readClipboard({ readText }, at)).toEqual({ text: 'only a text', files: [], at });
  });
});
