import type { Importer } from '../../importer.ts';
import { outermostKeys } from '../../text/yaml-kind.ts';

export const manifest: Importer = {
  id: 'kubernetes-manifests',
  label: 'Kubernetes',
  extensions: ['.yml', '.yaml'],
  recognises(text) {
    // As `kubectl get -o json` writes it.
    if (/^\s*\{\s*"(?:apiVersion|kind)"\s*:\s*"/.test(text)) return /"apiVersion"\s*:/.test(text) && /"kind"\s*:/.test(text);
    const keys = (outermostKeys(text) ?? []).map(({ key }) => key);
    return (
      keys.includes('apiVersion') &&
      keys.includes('kind') &&
      !keys.some((key) => ['openapi', 'swagger', 'asyncapi', 'services'].includes(key))
    );
  },
  load: async () => (await import('./read.ts')).readKubernetes,
};
