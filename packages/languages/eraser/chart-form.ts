import type { Chart } from './chart-model.ts';
import { rowsOf } from './table-rows.ts';

/** What a chart says, without how it is written. */
export interface ChartForm {
  readonly things: Readonly<Record<string, ThingForm>>;
  readonly edges: readonly EdgeForm[];
}

export interface ThingForm {
  readonly label: string;
  readonly parent: string | null;
  readonly group: boolean;
  readonly said: Readonly<Record<string, string>>;
  /** The lines of a table. */
  readonly rows?: readonly string[];
}

export interface EdgeForm {
  readonly from: string;
  readonly to: string;
  readonly connector: string;
  readonly label: string;
}

export function formOf({ nodes, groups, edges, tables }: Chart): ChartForm {
  const things = [...nodes.values(), ...groups.values()].map((thing): [string, ThingForm] => {
    const { label: _, ...said } = Object.fromEntries(thing.properties);
    const rows = rowsOf(thing).map(({ text }) => text);
    return [thing.id, { label: thing.label, parent: thing.parent ?? null, group: groups.has(thing.id), said, ...(tables && { rows }) }];
  });
  return {
    things: Object.fromEntries(things),
    edges: edges.map(({ from, to, connector, label }) => ({ from, to, connector, label })),
  };
}
