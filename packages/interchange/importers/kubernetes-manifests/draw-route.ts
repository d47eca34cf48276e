import { type ArchitectureDraft, addInternet } from '../../architecture/draft.ts';
import { field, itemsOf, scalar } from '../../text/loose.ts';
import type { Cluster } from './cluster.ts';
import { type KubernetesObject, keyOf } from './objects.ts';
import { type Backend, readRoute } from './routes.ts';

/** A gateway as a node that the internet reaches. */
export function addGateway(draft: ArchitectureDraft, cluster: Cluster, { name, namespace, value }: KubernetesObject): void {
  const key = keyOf('Gateway', namespace, name);
  draft.nodes.set(key, { key, title: `${name} (gateway)`, icon: 'general:door-open', within: cluster.groupOf(namespace) });
  draft.link(addInternet(draft), key, 'calls');
  for (const listener of itemsOf(field(value, 'spec', 'listeners')))
    draft.link(addInternet(draft), key, 'calls', scalar(field(listener, 'port')));
}

/** A route as a node between the internet, or its gateways, and the services that it leads to; gives the backends that are not there. */
export function addRoute(draft: ArchitectureDraft, cluster: Cluster, object: KubernetesObject): readonly Backend[] {
  const route = readRoute(object);
  if (!route) return [];
  const { kind, name, namespace } = object;
  const key = keyOf(kind, namespace, name);
  const note = kind === 'Ingress' ? 'ingress' : 'route';
  const icon = kind === 'Ingress' ? 'general:door-open' : 'general:signpost';
  draft.nodes.set(key, { key, title: `${name} (${note})`, icon, within: cluster.groupOf(namespace) });
  const gateways = route.gateways.filter((gateway) => cluster.find('Gateway', gateway.namespace, gateway.name));
  const callers = gateways.length > 0 ? gateways.map((gateway) => keyOf('Gateway', gateway.namespace, gateway.name)) : [addInternet(draft)];
  // The paths of an Ingress for several hosts name them.
  const hosts = kind === 'Ingress' && route.hosts.length > 1 ? [] : route.hosts;
  for (const caller of callers) for (const host of hosts.length > 0 ? hosts : [undefined]) draft.link(caller, key, 'calls', host);
  for (const backend of route.backends) draft.link(key, keyOf('Service', backend.namespace, backend.name), 'calls', backend.path);
  return route.backends.filter((backend) => !cluster.find('Service', backend.namespace, backend.name));
}
