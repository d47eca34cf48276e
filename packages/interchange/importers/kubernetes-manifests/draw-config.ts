import type { ArchitectureDraft } from '../../architecture/draft.ts';
import type { Cluster } from './cluster.ts';
import { keyOf } from './objects.ts';

/** More settings would hide what runs. */
const mostConfigs = 4;

const icons = { ConfigMap: 'general:sliders-horizontal', Secret: 'general:key' };

/** ConfigMaps and Secrets that are used, when they are few; gives how many were left out. */
export function addConfigs(draft: ArchitectureDraft, cluster: Cluster): number {
  const used = cluster.workloads.flatMap(({ key: user, object, references }) =>
    references.map(({ kind, name }) => ({ key: keyOf(kind, object.namespace, name), kind, name, namespace: object.namespace, user })),
  );
  const count = new Set(used.map(({ key }) => key)).size;
  if (count > mostConfigs) return count;
  for (const { key, kind, name, namespace, user } of used) {
    draft.nodes.set(key, { key, title: name, icon: icons[kind], within: cluster.groupOf(namespace) });
    draft.link(user, key, 'uses');
  }
  return 0;
}
