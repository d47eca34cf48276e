import type { FileFormat } from '../file-format.ts';

export const manifest: FileFormat = {
  id: 'drawio',
  label: 'draw.io',
  extensions: ['.drawio', '.xml', '.dio'],
  detect: (text) => /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:mxfile|mxGraphModel)\b/.test(text),
  load: async () => (await import('./read-file.ts')).readDrawio,
};
