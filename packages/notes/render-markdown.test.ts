import { expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

it('shows raw HTML as text', () => {
  expect(renderMarkdown('<img src=x onerror=alert(1)>')).not.toContain('<img');
});

it('drops links that would run script, and opens the others apart from this page', () => {
  expect(renderMarkdown('[a](javascript:alert(1))')).not.toContain('href');
  expect(renderMarkdown('[a](https://example.com)')).toContain(
    'href="https://example.com" target="_blank" rel="noopener noreferrer nofollow"',
  );
});
