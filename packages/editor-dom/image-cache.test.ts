import type { ImageContent, ImageSource, Pixels } from '@autograph/render';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createImageCache } from './image-cache.ts';

const photo: ImageSource = { kind: 'asset', id: 'up_1' };
const pixels: Pixels = { width: 1, height: 1 };

/** A cache in front of a network that can be down. */
function board(answer: ImageContent | undefined = { mime: 'image/png', data: new Uint8Array(1) }) {
  const network = { up: false, asked: 0, repaints: 0 };
  const cache = createImageCache({
    load: async () => {
      network.asked += 1;
      if (!network.up) throw new TypeError('Failed to fetch');
      return answer;
    },
    decode: async () => pixels,
    onLoad: () => {
      network.repaints += 1;
    },
  });
  return { cache, network };
}

describe('pictures of a board', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('appear by themselves when the network that failed once works again, asked for ever more rarely', async () => {
    const { cache, network } = board();
    expect(cache.image(photo)).toBeUndefined();
    await vi.advanceTimersByTimeAsync(7_500);
    expect(cache.image(photo)).toBeUndefined();
    expect(network.asked).toBe(4);
    network.up = true;
    await vi.advanceTimersByTimeAsync(8_000);
    expect(cache.image(photo)).toBe(pixels);
    expect(network).toMatchObject({ asked: 5, repaints: 1 });
  });

  it('are asked for at once when the network is known to be back', async () => {
    const { cache, network } = board();
    cache.image(photo);
    await vi.advanceTimersByTimeAsync(0);
    network.up = true;
    cache.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(cache.image(photo)).toBe(pixels);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(network.asked).toBe(2);
  });

  it('that do not exist are asked for once', async () => {
    const { cache, network } = board(undefined);
    network.up = true;
    cache.image(photo);
    await vi.advanceTimersByTimeAsync(120_000);
    cache.image(photo);
    expect(network.asked).toBe(1);
  });

  it('are not asked for any more when the board is closed', async () => {
    const { cache, network } = board();
    cache.image(photo);
    cache.close();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(network.asked).toBe(1);
  });
});
