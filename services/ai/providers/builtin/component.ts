/** The layer a component usually stands in, from the people in front to the operations behind. */
export const tiers = ['client', 'edge', 'app', 'async', 'data', 'external', 'operations'] as const;
export type Tier = (typeof tiers)[number];

export interface Component {
  readonly id: string;
  readonly label: string;
  readonly tier: Tier;
  /** Icon id of the icon library. */
  readonly icon?: string;
  /** Outline when it has no icon. */
  readonly outline?: 'person' | 'cylinder' | 'queue' | 'box';
}

export interface Relation {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

export interface Architecture {
  readonly components: readonly Component[];
  readonly relations: readonly Relation[];
}
