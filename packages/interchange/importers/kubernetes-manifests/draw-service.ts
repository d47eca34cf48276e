import { type ArchitectureDraft, addInternet } from '../../architecture/draft.ts';
import { iconOfName } from '../../architecture/image-icons.ts';
import { field, itemsOf, scalar } from '../../text/loose.ts';
import type { Cluster } from './cluster.ts';
import { type KubernetesObject, keyOf } from './objects.ts';

/** A service as a node, with the workloads that it leads to, and who reaches it from outside. */
export function addService(draft: ArchitectureDraft, cluster: Cluster, service: KubernetesObject): void {
  const { name, namespace, value } = service;
  const key = keyOf('Service', namespace, name);
  const type = scalar(field(value, 'spec', 'type'));
  draft.nodes.set(key, { key, title: `${name} (service)`, icon: 'general:split', within: cluster.groupOf(namespace) });
  const ports = itemsOf(field(value, 'spec', 'ports'));
  for (const workload of cluster.selectedBy(key)) {
    draft.link(key, workload.key, 'calls');
    for (const port of ports) {
      const [outside, target = outside] = [scalar(field(port, 'port')), scalar(field(port, 'targetPort'))];
      const inside = workload.ports.get(target ?? '') ?? target;
      draft.link(key, workload.key, 'calls', inside === outside ? outside : `${outside} → ${inside}`);
    }
  }
  if (type === 'LoadBalancer' || type === 'NodePort') {
    draft.link(addInternet(draft), key, 'calls');
    for (const port of ports) draft.link(addInternet(draft), key, 'calls', scalar(field(port, type === 'NodePort' ? 'nodePort' : 'port')));
  }
  const elsewhere = scalar(field(value, 'spec', 'externalName'));
  if (type === 'ExternalName' && elsewhere !== undefined) {
    const outside = `outside ${elsewhere}`;
    draft.nodes.set(outside, { key: outside, title: elsewhere, icon: iconOfName(name) ?? 'cloud' });
    draft.link(key, outside, 'calls');
  }
}

/** Whether a service is meant to lead to pods of these manifests and none is there. */
export function leadsNowhere(cluster: Cluster, { namespace, name, value }: KubernetesObject): boolean {
  return field(value, 'spec', 'selector') !== undefined && cluster.selectedBy(keyOf('Service', namespace, name)).length === 0;
}
