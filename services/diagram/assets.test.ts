import { describe, expect, it } from 'vitest';
import { pictureType } from './picture-type.ts';

describe('pictures', () => {
  it('are known by their bytes', () => {
    expect(pictureType(Buffer.from('iVBORw0KGgoAAAANSUhEUg==', 'base64'))).toBe('image/png');
    expect(pictureType(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
    expect(pictureType(Buffer.from('RIFF1234WEBPVP8 '))).toBe('image/webp');
    expect(pictureType(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))).toBeUndefined();
    expect(pictureType(new Uint8Array())).toBeUndefined();
  });
});
