import { strFromU8 } from 'fflate';
import type { ArchitectureDraft } from '../../architecture/draft.ts';
import { iconOfImage, iconOfName } from '../../architecture/image-icons.ts';
import { hostsIn } from '../../architecture/mentions.ts';
import { fromBase64 } from '../../data-url.ts';
import { field, itemsOf, scalar } from '../../text/loose.ts';
import { serviceAt } from './addresses.ts';
import type { Cluster } from './cluster.ts';
import { keyOf } from './objects.ts';
import { type ConfigReference, sizeOf, textsOf, type Workload } from './workload.ts';

const idleIcons: Readonly<Record<string, string>> = { CronJob: 'general:calendar-clock', Job: 'general:circle-play' };

/** A workload as a node with its disks. */
export function addWorkload(draft: ArchitectureDraft, cluster: Cluster, workload: Workload): void {
  const { key, object, images, note } = workload;
  const { kind, namespace, name } = object;
  const within = cluster.groupOf(namespace);
  const icon = images.map(iconOfImage).find((one) => one !== undefined) ?? iconOfName(name) ?? idleIcons[kind] ?? 'server';
  const title = [name, cluster.scaleOf(key) ?? note].filter(Boolean).join(' ');
  draft.nodes.set(key, { key, title, icon, within });
  for (const { name: claim, own } of workload.disks) {
    const disk = own ? `${key} ${claim}` : keyOf('PersistentVolumeClaim', namespace, claim);
    const size = own ? own.size : sizeOf(cluster.find('PersistentVolumeClaim', namespace, claim)?.value);
    draft.nodes.set(disk, { key: disk, title: [claim, size].filter(Boolean).join(' '), icon: 'disk', within });
    draft.link(key, disk, 'uses');
  }
}

/** What a workload calls, as far as its settings say. */
export function linkWorkload(draft: ArchitectureDraft, cluster: Cluster, workload: Workload): void {
  const { key, object, references, settings } = workload;
  const { namespace } = object;
  const isService = (within: string | undefined, name: string) => cluster.find('Service', within, name) !== undefined;
  const told = [...settings, ...references.flatMap((reference) => valuesOf(cluster, namespace, reference))];
  for (const [setting, value] of told)
    for (const { host, port } of hostsIn(setting, value)) {
      const found = serviceAt(host, namespace, isService);
      if (!found) continue;
      const service = keyOf('Service', ...found);
      // Pods that are told their own service's address call nobody.
      if (cluster.selectedBy(service).includes(workload)) continue;
      // The link from the service to its pods tells its only port: many callers need not repeat it.
      const [only, ...more] = itemsOf(field(cluster.find('Service', ...found)?.value, 'spec', 'ports'));
      const plain = more.length === 0 && scalar(field(only, 'port')) === port;
      draft.link(key, service, 'calls', plain ? undefined : port);
    }
}

function valuesOf(
  cluster: Cluster,
  namespace: string | undefined,
  { kind, name, key, setting }: ConfigReference,
): readonly (readonly [string, string])[] {
  const value = cluster.find(kind, namespace, name)?.value;
  const data = textsOf(field(value, 'data')).map(([at, text]) => [at, kind === 'Secret' ? decoded(text) : text] as const);
  return [...data, ...textsOf(field(value, 'stringData'))]
    .filter(([at]) => key === undefined || at === key)
    .map(([at, text]) => [setting ?? at, text]);
}

function decoded(base64: string): string {
  try {
    return strFromU8(fromBase64(base64));
  } catch {
    return '';
  }
}
