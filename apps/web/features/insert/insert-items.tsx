import { type Editor, insertShape, type ShapeDefinition } from '@autograph/editor';
import type { Vec } from '@autograph/geometry';
import type { IconEntry } from '@autograph/icons';
import { LayoutGrid, Workflow } from 'lucide-react';
import type { ReactNode } from 'react';
import { NamedIcon } from '@/components/ui/named-icon.tsx';
import { usePanes } from '@/features/file/panes.ts';
import { IconImage } from '@/features/icons/icon-image.tsx';
import { setNames } from '@/features/icons/icon-names.ts';
import { insertIcon } from '@/features/icons/insert-icon.ts';
import { insertDiagram } from './insert.ts';
import { ShapePreview } from './shape-preview.tsx';
import { type DiagramTemplate, templates } from './templates.ts';

/** One thing that can be put on the board. */
export interface InsertItem {
  readonly id: string;
  readonly group: 'Shapes' | 'Diagrams' | 'Icons';
  readonly title: string;
  readonly aliases: readonly string[];
  /** Said beside the title. */
  readonly lead?: string | undefined;
  readonly keys?: string | undefined;
  readonly picture: ReactNode;
  /** About a page point, or where there is room. */
  insert(at: Vec | undefined): void;
}

/** Everything but icons: shapes in the toolbar's order, then the ready-made ones, then kinds of diagram. */
export function boardItems(editor: Editor): readonly InsertItem[] {
  const definitions = [...editor.definitions];
  const drawn = definitions
    .flatMap((definition) => (definition.tool ? [{ definition, tool: definition.tool }] : []))
    .sort((a, b) => a.tool.rank - b.tool.rank)
    .map(({ definition, tool }) => shapeItem(editor, definition, tool));
  const ready = definitions.flatMap((definition) => presetItems(editor, definition));
  return [...drawn, ...ready, ...templates.map((template) => diagramItem(editor, template))];
}

/** A click's worth of the shape, or its tool where a shape needs a way to be drawn along. */
function shapeItem(editor: Editor, { type, label }: ShapeDefinition, tool: NonNullable<ShapeDefinition['tool']>): InsertItem {
  const drawn = tool.gesture === 'line' || tool.gesture === 'freehand';
  return {
    id: `shape ${type}`,
    group: 'Shapes',
    title: tool.label,
    aliases: [label.toLowerCase(), ...(tool.icon === 'square' ? ['box', 'square'] : tool.icon === 'circle' ? ['circle'] : [])],
    lead: drawn ? 'draw it' : undefined,
    keys: tool.key,
    picture: <NamedIcon name={tool.icon} />,
    insert: (at) => (drawn ? editor.setTool(type) : void insertShape(editor, type, {}, at)),
  };
}

function presetItems(editor: Editor, { type, presets = [] }: ShapeDefinition): readonly InsertItem[] {
  return presets.map(({ label, aliases, props }) => ({
    id: `preset ${type} ${label}`,
    group: 'Shapes',
    title: label,
    aliases,
    picture: <ShapePreview editor={editor} type={type} props={props} />,
    insert: (at) => void insertShape(editor, type, props, at),
  }));
}

function diagramItem(editor: Editor, template: DiagramTemplate): InsertItem {
  const { family, familyLabel, label, lead, title } = template;
  return {
    id: `diagram ${family} ${label}`,
    group: 'Diagrams',
    title,
    aliases: ['diagram', familyLabel.toLowerCase(), 'code', lead.toLowerCase()],
    lead,
    picture: <Workflow />,
    insert: (at) => {
      insertDiagram(editor, template, at);
      usePanes.getState().offerCode();
    },
  };
}

export function iconItem(editor: Editor, icon: IconEntry): InsertItem {
  return {
    id: icon.id,
    group: 'Icons',
    title: icon.title,
    aliases: icon.aliases,
    lead: setNames[icon.set],
    picture: <IconImage id={icon.id} className="size-5" />,
    insert: (at) => insertIcon(editor, icon, at),
  };
}

/** The way to all the icons. */
export const browseItem: InsertItem = {
  id: 'browse',
  group: 'Icons',
  title: 'All icons …',
  aliases: [],
  picture: <LayoutGrid />,
  insert: () => usePanes.getState().set({ icons: true }),
};
