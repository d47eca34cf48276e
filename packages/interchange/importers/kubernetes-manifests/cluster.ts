import { field, scalar } from '../../text/loose.ts';
import { type KubernetesObject, keyOf } from './objects.ts';
import { readWorkload, textsOf, type Workload } from './workload.ts';

/** The objects of the manifests, and how they belong together. */
export interface Cluster {
  readonly workloads: readonly Workload[];
  readonly objects: readonly KubernetesObject[];
  find(kind: string, namespace: string | undefined, name: string): KubernetesObject | undefined;
  /** The workloads whose pods a service selects, by the service's key. */
  selectedBy(service: string): readonly Workload[];
  /** How few and how many pods a workload is scaled to, when something scales it. */
  scaleOf(workload: string): string | undefined;
  groupOf(namespace: string | undefined): string | undefined;
}

export function createCluster(objects: readonly KubernetesObject[]): Cluster {
  const workloads = objects.flatMap((object) => readWorkload(object) ?? []);
  const byKey = new Map(objects.map((object) => [keyOf(object.kind, object.namespace, object.name), object]));
  const scales = new Map(objects.flatMap(scalesIn));
  const selected = new Map(
    objects
      .filter(({ kind }) => kind === 'Service')
      .map((service) => [keyOf('Service', service.namespace, service.name), selectedOf(service, workloads)]),
  );
  return {
    workloads,
    objects,
    find: (kind, namespace, name) => byKey.get(keyOf(kind, namespace, name)),
    selectedBy: (service) => selected.get(service) ?? [],
    scaleOf: (workload) => scales.get(workload),
    groupOf: (namespace) => (namespace === undefined ? undefined : keyOf('Namespace', undefined, namespace)),
  };
}

function selectedOf({ namespace, value }: KubernetesObject, workloads: readonly Workload[]): readonly Workload[] {
  const selector = textsOf(field(value, 'spec', 'selector'));
  if (selector.length === 0) return [];
  return workloads.filter(
    ({ object, labels }) => object.namespace === namespace && selector.every(([label, text]) => labels.get(label) === text),
  );
}

function scalesIn({ kind, namespace, value }: KubernetesObject): readonly (readonly [string, string])[] {
  if (kind !== 'HorizontalPodAutoscaler') return [];
  const text = (...path: readonly string[]) => scalar(field(value, 'spec', ...path));
  const [target, name, most] = [text('scaleTargetRef', 'kind'), text('scaleTargetRef', 'name'), text('maxReplicas')];
  if (target === undefined || name === undefined || most === undefined) return [];
  return [[keyOf(target, namespace, name), `×${text('minReplicas') ?? '1'}–${most}`]];
}
