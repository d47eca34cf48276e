import type { Importer } from '../../importer.ts';

export const manifest: Importer = {
  id: 'dbml',
  label: 'DBML',
  extensions: ['.dbml'],
  recognises: (text) =>
    /^[^\S\n]*table\s+(?:[\w".]+)(?:\s+as\s+\w+)?\s*(?:\[[^\]\n]*\]\s*)?\{[^\S\n]*(?:\/\/[^\n]*)?\r?\n[^\S\n]*(?:\/\/[^\n]*\r?\n[^\S\n]*)*[\w"]+[^\S\n]+[\w"]/im.test(
      text,
    ) && /^\s*(?:\/\/|\/\*|(?:project|table|enum|tablegroup|tablepartial|ref|note)\b)/i.test(text),
  load: async () => (await import('./read.ts')).readDbml,
};
