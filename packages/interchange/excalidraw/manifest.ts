import type { FileFormat } from '../file-format.ts';

export const manifest: FileFormat = {
  id: 'excalidraw',
  label: 'Excalidraw',
  extensions: ['.excalidraw'],
  detect: (text) => /^\s*\{/.test(text) && /"type"\s*:\s*"excalidraw(\/clipboard)?"/.test(text.slice(0, 2_000)),
  load: async () => (await import('./read-file.ts')).readExcalidraw,
};
