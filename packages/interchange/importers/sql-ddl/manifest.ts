import type { Importer } from '../../importer.ts';

const table = /^[^\S\n]*create\s+(?:(?:global|local|temp|temporary|unlogged)\s+)*table\s+(?:if\s+not\s+exists\s+)?[\w"`[\].$]+\s*\([^;]/im;

/** How scripts begin, and prose that quotes them does not: a comment, a definition, or a whole statement in a line. */
const opening =
  /^\s*(?:--|\/\*|\\restrict\s|create\s+(?:or\s|global\s|local\s|temp|table\s|unlogged\s|schema\s|database\s|type\s|extension\s|sequence\s|domain\s|unique\s|function\s)|(?:alter|drop|set|use|begin|start|pragma|comment|insert|select)\b[^;\n]*;[^\S\n]*(?:--[^\n]*)?\r?\n)/i;

export const manifest: Importer = {
  id: 'sql-ddl',
  label: 'SQL',
  extensions: ['.sql', '.ddl'],
  recognises: (text) => opening.test(text) && table.test(text),
  load: async () => (await import('./read.ts')).readSql,
};
