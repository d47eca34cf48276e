/** What runs where and calls what, whatever it was written in. Keys are any texts, unique among groups and nodes. */
export interface Architecture {
  readonly groups: readonly ArchitectureGroup[];
  readonly nodes: readonly ArchitectureNode[];
  readonly links: readonly ArchitectureLink[];
}

export interface ArchitectureGroup {
  readonly key: string;
  readonly title: string;
  /** `set:name` of our icons, or a name that every Mermaid knows: cloud, database, disk, internet, server. */
  readonly icon: string;
  /** The key of the group that it stands in. */
  readonly within?: string | undefined;
}

export interface ArchitectureNode extends ArchitectureGroup {}

export interface ArchitectureLink {
  readonly from: string;
  readonly to: string;
  readonly label?: string | undefined;
  /** What is called stands to the right; what is used, such as a disk or a setting, below. */
  readonly kind: 'calls' | 'uses';
}
