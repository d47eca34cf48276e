import type { FileFormat } from '../file-format.ts';

export const manifest: FileFormat = {
  id: 'tldraw',
  label: 'tldraw',
  extensions: ['.tldr'],
  detect: (text) => /^\s*\{/.test(text) && text.slice(0, 2_000).includes('"tldrawFileFormatVersion"'),
  load: async () => (await import('./read-file.ts')).readTldraw,
};
