import { field, itemsOf, scalar } from '../../text/loose.ts';
import type { YamlDocument } from '../../text/yaml-documents.ts';

/** An object of a cluster, as a manifest declares it. */
export interface KubernetesObject {
  readonly kind: string;
  readonly name: string;
  /** Undefined where whoever applies the manifest chooses it. */
  readonly namespace: string | undefined;
  readonly value: unknown;
  /** Where in the text something of it stands. */
  offsetOf(...path: readonly (string | number)[]): number | undefined;
}

/** Kinds whose names other programs use for things of their own, with the API that is meant. */
const homes: Readonly<Record<string, RegExp>> = { Service: /^v1$/, Ingress: /^(?:networking\.k8s\.io|extensions)\// };

/** The objects of all documents, those in lists too. */
export function objectsIn(documents: readonly YamlDocument[]): readonly KubernetesObject[] {
  return documents.flatMap((document) => {
    if (!/List$/.test(scalar(field(document.value, 'kind')) ?? '')) return objectOf(document.value, document.offsetOf);
    return itemsOf(field(document.value, 'items')).flatMap((item, at) =>
      objectOf(item, (...path) => document.offsetOf('items', at, ...path)),
    );
  });
}

function objectOf(value: unknown, offsetOf: KubernetesObject['offsetOf']): readonly KubernetesObject[] {
  const [kind, api] = [scalar(field(value, 'kind')), scalar(field(value, 'apiVersion'))];
  const name = scalar(field(value, 'metadata', 'name')) ?? scalar(field(value, 'metadata', 'generateName'));
  if (kind === undefined || api === undefined || name === undefined) return [];
  const foreign = homes[kind]?.test(api) === false;
  const namespace = scalar(field(value, 'metadata', 'namespace'));
  return [{ kind: foreign ? `${kind} (${api})` : kind, name, namespace, value, offsetOf }];
}

/** What tells an object from all others of a cluster. */
export function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return JSON.stringify([kind, namespace ?? '', name]);
}
