import type { Importer } from '../../importer.ts';
import { outermostKeys } from '../../text/yaml-kind.ts';

const version = /^\s*["']?(?:3\.\d|2\.0)/;

export const manifest: Importer = {
  id: 'openapi',
  label: 'OpenAPI',
  // Not `.json`, which says nothing: JSON is recognised by what it holds.
  extensions: ['.yml', '.yaml'],
  recognises: (text) =>
    /^\s*\{/.test(text)
      ? isJsonDescription(text)
      : (outermostKeys(text) ?? []).some(({ key, body }) => /^(?:openapi|swagger)$/.test(key) && version.test(body)),
  load: async () => (await import('./read.ts')).readOpenApi,
};

function isJsonDescription(text: string): boolean {
  if (!/"(?:openapi|swagger)"\s*:\s*"(?:3\.\d|2\.0)/.test(text)) return false;
  try {
    const { openapi, swagger }: { openapi?: unknown; swagger?: unknown } = JSON.parse(text);
    return version.test(String(openapi ?? swagger));
  } catch {
    return false;
  }
}
