import type { Range } from '../mermaid/cursor.ts';
import type { OutlineNode } from '../mermaid/outline.ts';

/** What a line says, and where it stands. */
interface Item extends Pick<OutlineNode, 'id' | 'label' | 'brackets' | 'quoted' | 'data' | 'range' | 'level'> {
  /** Unique: what the canvas calls it. */
  readonly nodeId: string;
  /** As shown: that of the metadata comes before the one in brackets. */
  readonly text: string;
  /** Lines that say more of it: icons and classes. */
  readonly decorations: readonly Range[];
}

export interface Card extends Item {
  readonly ticket?: string;
  readonly assigned?: string;
  readonly priority?: string;
  readonly icon?: string;
}

export interface Column extends Item {
  readonly cards: readonly Card[];
}

export interface KanbanModel {
  readonly columns: readonly Column[];
  /** An address with `#TICKET#` in it, from the configuration. */
  readonly ticketBaseUrl?: string;
}
