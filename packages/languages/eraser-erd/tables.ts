import type { EntityShape } from '@autograph/shapes/entity-table.ts';
import type { ChartKind } from '../eraser/chart-kind.ts';
import { shownRows } from '../eraser/table-rows.ts';

export const tables: ChartKind = {
  noun: 'table',
  tables: true,
  look: (node): Pick<EntityShape, 'rows'> => ({ rows: shownRows(node) }),
};
