import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { root } from '../source-files.ts';

/** Any object of Kubernetes. */
export const Manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }),
});
export type Manifest = z.infer<typeof Manifest>;

export const kubernetes = join(root, 'deploy/kubernetes');

const documentsOf = (text: string): readonly unknown[] =>
  parseAllDocuments(text, { merge: true, uniqueKeys: true }).map((document) => {
    if (document.errors[0]) throw document.errors[0];
    return document.toJS();
  });

const known = new Map<string, readonly Manifest[] | null>();

/** What a folder of Kustomize becomes, or null where `kubectl` is not installed. */
export function rendered(folder: string): readonly Manifest[] | null {
  const found = known.get(folder) ?? render(folder);
  known.set(folder, found);
  return found;
}

function render(folder: string): readonly Manifest[] | null {
  const { status, stdout, stderr, error } = spawnSync('kubectl', ['kustomize', join(kubernetes, folder)], { encoding: 'utf8' });
  if (error) return null;
  if (status !== 0) throw new Error(stderr);
  return z.array(Manifest).parse(documentsOf(stdout));
}

/** Everything that is written down, patches and Kustomize's own files left out. */
export function written(): readonly Manifest[] {
  const files = globSync('**/*.yaml', { cwd: kubernetes }).filter((path) => !/(kustomization|pod|scaling)\.yaml$/.test(path));
  return files.flatMap((path) => z.array(Manifest).parse(documentsOf(readFileSync(join(kubernetes, path), 'utf8'))));
}

const Validator = z.object({ validate: z.custom<(data: unknown) => boolean>((value) => typeof value === 'function') });

/** What the published schema of an object's kind says against it; empty when it is sound. */
export async function complaints(manifest: Manifest): Promise<readonly unknown[]> {
  const [group = '', version = ''] = manifest.apiVersion.includes('/') ? manifest.apiVersion.split('/') : ['core', manifest.apiVersion];
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  const schema = `IoK8sApi${capital(group.split('.')[0] ?? '')}${capital(version)}${manifest.kind}`;
  const { validate } = Validator.parse(await import(`kubernetes-models/_schemas/${schema}`));
  if (validate(manifest)) return [];
  return 'errors' in validate && Array.isArray(validate.errors) ? validate.errors : [schema];
}
