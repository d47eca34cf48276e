import { randomUUID } from 'node:crypto';
import { addBlock, deleteDiagram, getThumbnail, listDiagrams, updateDiagram } from '@autograph/contracts';
import { createLog, type Identity, type Jobs, type Kit } from '@autograph/service-kit';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { standInPictures } from './testing/pictures.ts';
import { startFiles, type TestFiles } from './testing/start-files.ts';
import { fitThumbnail, type ThumbnailForm } from './thumbnail.ts';
import { createThumbnailRefresh } from './thumbnail-job.ts';

async function pixels(png: Uint8Array) {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { image, at: (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3) };
}

/** A blue board of this size in a line of its ground. */
function picture(w: number, h: number, ground = '#ffffff'): Promise<Uint8Array> {
  const canvas = createCanvas(w, h);
  const context = canvas.getContext('2d');
  context.fillStyle = ground;
  context.fillRect(0, 0, w, h);
  context.fillStyle = '#3355aa';
  context.fillRect(1, 1, w - 2, h - 2);
  return canvas.encode('png');
}

describe('a thumbnail', () => {
  const white = [255, 255, 255];
  const blue = [0x33, 0x55, 0xaa];

  it.each([
    { w: 1000, h: 500, corner: white, side: blue },
    { w: 500, h: 1000, corner: white, side: white },
  ])('fits a picture of $w x $h whole into its square', async ({ w, h, corner, side }) => {
    const { image, at } = await pixels(await fitThumbnail(await picture(w, h), 'square'));
    expect([image.width, image.height]).toEqual([256, 256]);
    expect([at(128, 128), at(2, 2), at(20, 128)]).toEqual([blue, corner, side]);
  });

  it.each([
    { w: 500, h: 2000, filled: { x: 320, y: 20 }, free: { x: 20, y: 200 } },
    { w: 2000, h: 500, filled: { x: 20, y: 200 }, free: { x: 320, y: 20 } },
  ])('fits a picture of $w x $h whole into a card', async ({ w, h, filled, free }) => {
    const { image, at } = await pixels(await fitThumbnail(await picture(w, h), 'card'));
    expect([image.width, image.height]).toEqual([640, 400]);
    expect([at(filled.x, filled.y), at(free.x, free.y), at(320, 4)]).toEqual([blue, white, white]);
  });

  it('enlarges nothing', async () => {
    const { at } = await pixels(await fitThumbnail(await picture(20, 20), 'square'));
    expect([at(128, 128), at(150, 128)]).toEqual([blue, white]);
  });

  it('goes on around the picture in the colour of its ground', async () => {
    const { at } = await pixels(await fitThumbnail(await picture(1000, 500, '#121419'), 'square'));
    expect([at(2, 2), at(128, 128), at(128, 250)]).toEqual([[0x12, 0x14, 0x19], blue, [0x12, 0x14, 0x19]]);
  });
});

describe('asking for thumbnails', () => {
  afterEach(() => void vi.useRealTimers());

  it('happens once a version, however often files are listed, and again when nothing has come of it', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const asked: unknown[] = [];
    const jobs: Pick<Jobs, 'send'> = { send: async (_, data) => void asked.push(data) };
    const refresh = createThumbnailRefresh({ jobs, log: createLog('diagram', 'silent') });
    const file = { id: randomUUID(), version: 3, thumbnailVersion: 2 };
    const list = (changed: Partial<typeof file> = {}) => refresh([{ ...file, ...changed }]);
    list();
    list();
    expect(asked).toEqual([{ file_id: file.id }]);
    list({ version: 4 });
    expect(asked).toHaveLength(2);
    list({ version: 4, thumbnailVersion: 4 });
    expect(asked).toHaveLength(2);
    vi.advanceTimersByTime(10_000);
    list({ version: 4 });
    expect(asked).toHaveLength(3);
  });
});

describe('thumbnails of files', () => {
  let instance: TestFiles;
  let ada: Identity;
  let kit: Pick<Kit, 'storage'>;
  beforeAll(async () => {
    instance = await startFiles({ others: [standInPictures()] });
    ada = await instance.person('Ada');
    kit = instance.services.platform;
  });
  afterAll(() => instance.close());

  const listed = async (id: string) =>
    (await instance.services.call(ada, listDiagrams, { query: {} })).items.find((item) => item.id === id);
  const drawn = (id: string, not: string | null = null) =>
    vi.waitFor(
      async () => {
        const url = (await listed(id))?.thumbnail_url ?? null;
        if (url === not || url === null) throw new Error('not drawn yet');
        return url;
      },
      { timeout: 30_000, interval: 200 },
    );
  const read = async (id: string, form: Partial<ThumbnailForm> = {}) => {
    const response = await instance.services.call(ada, getThumbnail, { params: { id }, query: form });
    expect(response.headers.get('content-type')).toBe('image/png');
    return new Uint8Array(await response.arrayBuffer());
  };

  it('are drawn after a change, follow the next one, stay through a new name, and go with the file', async () => {
    const { id } = await instance.make(ada, 'Pictured');
    await expect(instance.services.call(ada, getThumbnail, { params: { id }, query: {} })).rejects.toMatchObject({ code: 'not_found' });
    await instance.services.call(ada, addBlock, { params: { id }, body: { source: 'flowchart LR\n a' } });
    const before = await listed(id);
    const url = await drawn(id);
    const first = await read(id);
    const { image } = await pixels(first);
    expect([image.width, image.height]).toEqual([256, 256]);
    expect(await kit.storage.get('diagrams', `thumbnails/${id}.png`)).toEqual(first);
    expect((await listed(id))?.updated_at).toBe(before?.updated_at);
    const card = await pixels(await read(id, { size: 'card' }));
    expect([card.image.width, card.image.height]).toEqual([640, 400]);

    const dark = await pixels(await read(id, { size: 'card', theme: 'dark' }));
    expect([card.at(320, 200).slice(1), dark.at(320, 200).slice(1)]).toEqual([
      [80, 160],
      [20, 40],
    ]);

    await instance.services.call(ada, addBlock, { params: { id }, body: { source: 'flowchart LR\n b' } });
    const newer = await drawn(id, url);
    expect(Buffer.from(await read(id)).equals(Buffer.from(first))).toBe(false);

    const naming = { params: { id }, headers: { 'if-match': '*' }, body: { title: 'Another name' } };
    const { version } = await instance.services.call(ada, updateDiagram, naming);
    const shown = new URL((await listed(id))?.thumbnail_url ?? '', 'http://host');
    expect([shown.pathname, shown.searchParams.get('v')]).toEqual([new URL(newer, 'http://host').pathname, String(version)]);

    await instance.services.call(ada, deleteDiagram, { params: { id }, query: { permanent: 'true' } });
    expect(await kit.storage.list('diagrams', `thumbnails/${id}`)).toEqual([]);
  });
});
