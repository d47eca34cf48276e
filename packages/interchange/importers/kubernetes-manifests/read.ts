import { writeArchitecture } from '@autograph/languages/mermaid-architecture/write.ts';
import { architectureOf, refuseTooMany } from '../../architecture/diagram.ts';
import { createDraft } from '../../architecture/draft.ts';
import { ForeignFileError } from '../../file-format.ts';
import type { Imported } from '../../importer.ts';
import { lineOf } from '../../text/lexer.ts';
import { createWarnings } from '../../text/warnings.ts';
import { readYaml } from '../../text/yaml-documents.ts';
import { createCluster } from './cluster.ts';
import { addConfigs } from './draw-config.ts';
import { addGateway, addRoute } from './draw-route.ts';
import { addService, leadsNowhere } from './draw-service.ts';
import { addWorkload, linkWorkload } from './draw-workload.ts';
import { templateIn } from './helm.ts';
import { type KubernetesObject, keyOf, objectsIn } from './objects.ts';
import { readRoute } from './routes.ts';
import { readWorkload } from './workload.ts';

/** Kinds that the diagram tells of without a node of their own. */
const told = new Set(['Namespace', 'ConfigMap', 'Secret', 'PersistentVolumeClaim', 'HorizontalPodAutoscaler', 'Service', 'Gateway']);

const list = new Intl.ListFormat('en');

/** What manifests run in their namespaces, how requests come to it, what calls what, and the disks and settings that it uses. */
export function readKubernetes(text: string): Imported {
  const template = templateIn(text);
  if (template !== undefined)
    throw new ForeignFileError(
      `This is a Helm template (line ${lineOf(text, template)}), which has no values yet. Import what “helm template” makes of it.`,
    );
  const { warn, list: warnings } = createWarnings(text);
  const objects = objectsIn(readYaml(text, warn));
  refuseTooMany(objects.filter((object) => object.kind === 'Service' || readWorkload(object)).length);
  const cluster = createCluster(objects);
  const draft = createDraft();
  for (const { namespace } of cluster.objects) {
    const key = cluster.groupOf(namespace);
    if (key !== undefined) draft.groups.set(key, { key, title: namespace ?? '', icon: 'tech:kubernetes' });
  }
  for (const object of cluster.objects) {
    if (object.kind === 'Gateway') addGateway(draft, cluster, object);
    const gone = addRoute(draft, cluster, object);
    for (const { name } of gone) warn(`“${object.name}” leads to “${name}”, which is not part of this file.`, object.offsetOf('spec'));
  }
  for (const object of cluster.objects) {
    if (object.kind !== 'Service') continue;
    addService(draft, cluster, object);
    if (leadsNowhere(cluster, object))
      warn(`The service “${object.name}” selects nothing that is part of this file.`, object.offsetOf('spec', 'selector'));
  }
  for (const workload of cluster.workloads) addWorkload(draft, cluster, workload);
  for (const workload of cluster.workloads) linkWorkload(draft, cluster, workload);
  const hidden = addConfigs(draft, cluster);
  if (hidden > 0) warn(`${hidden} ConfigMaps and Secrets are left out, as they would hide the rest.`);
  const others = cluster.objects.filter((object) => !told.has(object.kind) && !readRoute(object) && !draft.nodes.has(nodeOf(object)));
  const kinds = [...Map.groupBy(others, ({ kind }) => kind)].map(([kind, { length }]) => (length > 1 ? `${kind} (${length})` : kind));
  if (kinds.length > 0) warn(`Not in the diagram: ${list.format(kinds.length > 6 ? [...kinds.slice(0, 6), 'other kinds'] : kinds)}.`);
  return architectureOf(draft, writeArchitecture, warnings(), 'These manifests have no workloads, services or routes.');
}

const nodeOf = ({ kind, namespace, name }: KubernetesObject) => keyOf(kind, namespace, name);
