import type { Range } from '../mermaid/cursor.ts';
import type { Connection, Group, Mention, Setting, Statement } from './syntax.ts';

/** A place that names a node or group. */
export interface Naming {
  readonly mention: Mention;
  readonly statement: Statement;
  /** The group in whose body it stands. */
  readonly scope: string | undefined;
}

export interface ChartNode {
  /** Its name, of which there is one in a text. */
  readonly id: string;
  readonly label: string;
  /** What all mentions say of it together; later ones win. */
  readonly properties: ReadonlyMap<string, string>;
  readonly namings: readonly Naming[];
  readonly parent?: string;
  /** Where it is opened with braces: groups, perhaps more than once, and tables. */
  readonly blocks: readonly Group[];
}

export interface ChartEdge {
  /** Stable: made of both names, and a number where there are more. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** `-->` */
  readonly connector: string;
  readonly label: string;
  readonly statement: Connection;
  readonly connectorRange: Range;
  readonly ends: readonly [Mention, Mention];
  readonly scope: string | undefined;
}

/** Nodes, groups and connections: what flowcharts, cloud architecture, BPMN and tables with their relations have in common. */
export interface Chart {
  readonly source: string;
  /** Braces hold the columns of a table, and ends of connections may be columns: `users.team_id`. */
  readonly tables: boolean;
  /** Some groups are fragments of a sequence (`loop { … }`), which hold messages, not nodes; some names stand behind `activate`. */
  readonly lifelines: boolean;
  readonly statements: readonly Statement[];
  readonly settings: ReadonlyMap<string, Setting>;
  /** In the order of their first mention. */
  readonly nodes: ReadonlyMap<string, ChartNode>;
  /** Outer ones before those in them. */
  readonly groups: ReadonlyMap<string, ChartNode>;
  readonly edges: readonly ChartEdge[];
}

/** What holds a node or group. */
export function parentIn(chart: Chart): (id: string) => string | undefined {
  return (id) => (chart.groups.get(id) ?? chart.nodes.get(id))?.parent;
}

/** A node or group by its name. */
export function thingIn(chart: Chart, id: string): ChartNode | undefined {
  return chart.groups.get(id) ?? chart.nodes.get(id);
}
