import { describe, expect, it } from 'vitest';
import { contentDisposition } from './file-name.ts';

describe('download name', () => {
  it('keeps the title, in UTF-8 and in ASCII', () => {
    expect(contentDisposition('Übersicht: A/B', 'png')).toBe(
      'attachment; filename="Ubersicht A B.png"; filename*=UTF-8\'\'%C3%9Cbersicht%20A%20B.png',
    );
  });

  it('cannot break out of the header', () => {
    expect(contentDisposition('a"\r\nset-cookie: x', 'svg')).not.toMatch(/[\r\n]/);
    expect(contentDisposition('日本', 'svg')).toContain('filename="diagram.svg"');
  });
});
