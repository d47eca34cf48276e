import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownPath } from './own-path.ts';

const publicUrl = 'https://graph.example:8443';
const { origin } = new URL(publicUrl);
const landsAt = (asked: string | undefined) => new URL(ownPath(asked, publicUrl), publicUrl);

const hostile = fc
  .array(
    fc.constantFrom(
      '/',
      '//',
      '\\',
      '/\\',
      '.',
      '..',
      '/./',
      '/../',
      '%2f',
      '%5c',
      '%2e',
      '\t',
      '\n',
      '@',
      ':',
      '#',
      '?',
      'a',
      'evil.example',
      'https:',
      'javascript:',
    ),
    { maxLength: 9 },
  )
  .map((parts) => parts.join(''));

describe('where a request asks to be sent to', () => {
  it('is a page of this instance, with its query and mark', () => {
    expect(ownPath('/files/7?tab=code#here', publicUrl)).toBe('/files/7?tab=code#here');
    expect(ownPath(`${origin}/trash`, publicUrl)).toBe('/trash');
    expect(ownPath(undefined, publicUrl)).toBe('/');
  });

  it.each([
    '//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/\\evil.example',
    '/.\\\\evil.example',
    '/a/../\\evil.example',
    '/%2e//evil.example',
    '\t//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '///evil.example',
    `${origin}//evil.example`,
  ])('never leads elsewhere: %j', (asked) => {
    expect(landsAt(asked).origin).toBe(origin);
  });

  it('stays on this origin whatever is asked', () => {
    fc.assert(
      fc.property(hostile, (asked) => {
        expect(landsAt(asked).origin).toBe(origin);
        expect(ownPath(asked, publicUrl)).toMatch(/^\/(?![/\\])/);
      }),
      { numRuns: 5000 },
    );
  });
});
