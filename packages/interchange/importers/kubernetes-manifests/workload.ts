import { entriesOf, field, itemsOf, scalar, scalarsOf } from '../../text/loose.ts';
import { type KubernetesObject, keyOf } from './objects.ts';

/** What runs in pods, its template read. */
export interface Workload {
  readonly key: string;
  readonly object: KubernetesObject;
  /** How many pods run, or when; empty for one that always does. */
  readonly note: string;
  readonly labels: ReadonlyMap<string, string>;
  /** The container that it is about comes first. */
  readonly images: readonly string[];
  /** Numbers of ports by their names. */
  readonly ports: ReadonlyMap<string, string>;
  readonly disks: readonly Disk[];
  readonly references: readonly ConfigReference[];
  /** Environment, commands and arguments, as names and values. */
  readonly settings: readonly (readonly [string, string])[];
}

export interface Disk {
  readonly name: string;
  /** Every pod has one of its own, of this size when it is told. */
  readonly own?: { readonly size: string | undefined };
}

/** Values that come from a ConfigMap or a Secret. */
export interface ConfigReference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** The one value that is taken. Undefined: all are. */
  readonly key?: string | undefined;
  /** The variable that the value becomes. */
  readonly setting?: string | undefined;
}

const templates: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  Rollout: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** A workload, or undefined for any other object. */
export function readWorkload(object: KubernetesObject): Workload | undefined {
  const { kind, namespace, name, value } = object;
  if (!Object.hasOwn(templates, kind)) return undefined;
  const template = field(value, ...(templates[kind] ?? []));
  const spec = field(template, 'spec');
  const main = itemsOf(field(spec, 'containers'));
  const all = [...main, ...itemsOf(field(spec, 'initContainers'))];
  const volumes = itemsOf(field(spec, 'volumes'));
  return {
    key: keyOf(kind, namespace, name),
    object,
    note: noteOf(kind, value),
    labels: new Map(textsOf(field(template, 'metadata', 'labels'))),
    images: main.flatMap((container) => scalar(field(container, 'image')) ?? []),
    ports: new Map(
      main
        .flatMap((container) => itemsOf(field(container, 'ports')))
        .map((port) => [scalar(field(port, 'name')) ?? '', scalar(field(port, 'containerPort')) ?? '']),
    ),
    disks: [
      ...volumes.flatMap((volume) => scalar(field(volume, 'persistentVolumeClaim', 'claimName')) ?? []).map((claim) => ({ name: claim })),
      ...itemsOf(field(value, 'spec', 'volumeClaimTemplates')).flatMap((claim) => {
        const title = scalar(field(claim, 'metadata', 'name'));
        return title === undefined ? [] : [{ name: title, own: { size: sizeOf(claim) } }];
      }),
    ],
    references: [...all.flatMap(referencesOf), ...volumes.flatMap(mounted)],
    settings: all.flatMap((container) => [
      ...itemsOf(field(container, 'env')).flatMap((variable) => {
        const [setting, text] = [scalar(field(variable, 'name')), scalar(field(variable, 'value'))];
        return setting === undefined || text === undefined ? [] : [[setting, text] as const];
      }),
      ...[...scalarsOf(field(container, 'command')), ...scalarsOf(field(container, 'args'))].map((text) => ['', text] as const),
    ]),
  };
}

/** The storage that a claim asks for, such as `10Gi`. */
export function sizeOf(claim: unknown): string | undefined {
  return scalar(field(claim, 'spec', 'resources', 'requests', 'storage'));
}

/** Keys with values that are texts. */
export function textsOf(value: unknown): readonly (readonly [string, string])[] {
  return entriesOf(value).flatMap(([key, item]) => {
    const text = scalar(item);
    return text === undefined ? [] : [[key, text] as const];
  });
}

function noteOf(kind: string, value: unknown): string {
  if (kind === 'DaemonSet') return '(every node)';
  if (kind === 'CronJob') return `(cron ${scalar(field(value, 'spec', 'schedule')) ?? 'job'})`;
  if (kind === 'Job') return '(job)';
  const replicas = scalar(field(value, 'spec', 'replicas')) ?? '1';
  return replicas === '1' ? '' : `×${replicas}`;
}

function referencesOf(container: unknown): readonly ConfigReference[] {
  const single = itemsOf(field(container, 'env')).flatMap((variable) => {
    const setting = scalar(field(variable, 'name'));
    const from = (kind: ConfigReference['kind'], reference: unknown) =>
      named(kind, reference, 'name').map((one) => ({ ...one, key: scalar(field(reference, 'key')), setting }));
    const source = field(variable, 'valueFrom');
    return [...from('ConfigMap', field(source, 'configMapKeyRef')), ...from('Secret', field(source, 'secretKeyRef'))];
  });
  const whole = itemsOf(field(container, 'envFrom')).flatMap((source) => [
    ...named('ConfigMap', field(source, 'configMapRef'), 'name'),
    ...named('Secret', field(source, 'secretRef'), 'name'),
  ]);
  return [...single, ...whole];
}

/** ConfigMaps and Secrets that are files of a volume. */
function mounted(volume: unknown): readonly ConfigReference[] {
  return [
    ...named('ConfigMap', field(volume, 'configMap'), 'name'),
    ...named('Secret', field(volume, 'secret'), 'secretName'),
    ...itemsOf(field(volume, 'projected', 'sources')).flatMap((source) => [
      ...named('ConfigMap', field(source, 'configMap'), 'name'),
      ...named('Secret', field(source, 'secret'), 'name'),
    ]),
  ];
}

function named(kind: ConfigReference['kind'], reference: unknown, at: string): readonly ConfigReference[] {
  const name = scalar(field(reference, at));
  return name === undefined ? [] : [{ kind, name }];
}
