import type { ArchitectureGroup, ArchitectureLink, ArchitectureNode } from '@autograph/languages/architecture-sketch.ts';

/** An architecture as it is gathered: what is said twice is drawn once. */
export interface ArchitectureDraft {
  readonly groups: Map<string, ArchitectureGroup>;
  readonly nodes: Map<string, ArchitectureNode>;
  /** From one to another; labels of several links between the same two come together. */
  link(from: string, to: string, kind: ArchitectureLink['kind'], label?: string): void;
  /** The links whose ends are both there. */
  links(): readonly ArchitectureLink[];
}

export function createDraft(): ArchitectureDraft {
  const nodes = new Map<string, ArchitectureNode>();
  const groups = new Map<string, ArchitectureGroup>();
  const links = new Map<string, { from: string; to: string; kind: ArchitectureLink['kind']; labels: Set<string> }>();
  return {
    nodes,
    groups,
    link(from, to, kind, label) {
      if (from === to) return;
      const key = JSON.stringify([from, to]);
      const known = links.get(key) ?? { from, to, kind, labels: new Set() };
      links.set(key, known);
      if (label) known.labels.add(label);
    },
    links: () =>
      [...links.values()]
        .filter(({ from, to }) => nodes.has(from) && nodes.has(to))
        .map(({ from, to, kind, labels }) => ({ from, to, kind, label: [...labels].join(', ') })),
  };
}

/** Those who call from outside, as a node; `addInternet` gives its key. */
export function addInternet({ nodes }: ArchitectureDraft): string {
  const key = 'the internet';
  nodes.set(key, { key, title: 'Internet', icon: 'internet' });
  return key;
}
