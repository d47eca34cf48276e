/**
 * The namespace and name of the service that a host means within a cluster, for somebody in a namespace: `api`, `api.shop`,
 * `api.shop.svc.cluster.local`, or a pod of it as in `db-0.db`. Undefined when `isService` knows none.
 */
export function serviceAt(
  host: string,
  namespace: string | undefined,
  isService: (namespace: string | undefined, name: string) => boolean,
): readonly [string | undefined, string] | undefined {
  const parts = host.split('.');
  const [first = '', second, third, fourth] = parts;
  const inCluster = (word: string | undefined) => word === undefined || word === 'svc';
  const candidates: (readonly [string | undefined, string])[] = [];
  if (second === undefined) candidates.push([namespace, first]);
  else {
    if (inCluster(third)) candidates.push([second, first]);
    if (third === undefined) candidates.push([namespace, second]);
    if (third !== undefined && inCluster(fourth)) candidates.push([third, second]);
    // The manifests do not say into which namespace they go, but their texts do.
    if (third === 'svc') candidates.push([undefined, first]);
    if (fourth === 'svc') candidates.push([undefined, second]);
  }
  return candidates.find(([within, name]) => isService(within, name));
}
