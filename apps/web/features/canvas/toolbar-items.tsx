'use client';
import type { Editor } from '@autograph/editor';
import { LayoutGrid, Plus, Sparkles, Workflow } from 'lucide-react';
import type { ReactNode } from 'react';
import { NamedIcon } from '@/components/ui/named-icon.tsx';
import { usePanes } from '@/features/file/panes.ts';
import { DiagramItems, InsertDiagram } from '@/features/insert/insert-diagram.tsx';
import { openInsertMenu } from '@/features/insert/open-insert-menu.ts';
import { type Tool, tools } from './tools.ts';

/** One thing on the toolbar, or where there is no room for it in its menu. */
export interface ToolbarItem {
  readonly id: string;
  readonly section: 'look' | 'draw' | 'add';
  readonly label: string;
  readonly keys?: string | undefined;
  readonly icon: ReactNode;
  /** Undefined for what is not on or off. */
  readonly pressed?: boolean;
  readonly run: () => void;
  /** In place of the plain button, and of the plain item of the menu. */
  readonly own?: { readonly button: ReactNode; readonly menu: ReactNode };
}

interface Now {
  readonly tool: string;
  readonly icons: boolean;
  readonly prompt: boolean;
  /** Whether diagrams can be made from a description. */
  readonly generates: boolean;
  readonly keysOf: (id: string) => string | undefined;
}

/** All that the toolbar holds, in its order. */
export function toolbarItems(editor: Editor, now: Now): readonly ToolbarItem[] {
  const { set } = usePanes.getState();
  return [
    ...tools.map(({ id, label, icon, draws }) => ({
      id,
      section: draws ? ('draw' as const) : ('look' as const),
      label,
      keys: now.keysOf(`tool_${id}`),
      icon: <NamedIcon name={icon} />,
      pressed: now.tool === id,
      run: () => editor.setTool(id),
    })),
    {
      id: 'insert',
      section: 'add',
      label: 'Insert by name',
      keys: now.keysOf('insert'),
      icon: <Plus />,
      run: () => openInsertMenu(editor, null),
    },
    {
      id: 'icons',
      section: 'add',
      label: 'Icon library',
      keys: now.keysOf('icons'),
      icon: <LayoutGrid />,
      pressed: now.icons,
      run: () => set({ icons: !now.icons }),
    },
    {
      id: 'diagram',
      section: 'add',
      label: 'Insert a diagram',
      icon: <Workflow />,
      run: () => {},
      own: { button: <InsertDiagram />, menu: <DiagramItems editor={editor} /> },
    },
    ...(now.generates
      ? [
          {
            id: 'ai',
            section: 'add' as const,
            label: 'Generate with AI',
            icon: <Sparkles />,
            pressed: now.prompt,
            run: () => set({ prompt: !now.prompt }),
          },
        ]
      : []),
  ];
}

/** How readily something gives way where there is little room; 0 last. */
function readiness(id: string): number {
  if (id === 'select') return 0;
  if (id === 'insert') return 2;
  const tool = tools.find((candidate) => candidate.id === id);
  if (!tool) return 6;
  if (!tool.draws) return id === 'hand' ? 3 : 5;
  return isBasic(tool) ? 1 : 4;
}

/** The first box, what connects, and what is for writing: enough for most drawings. */
function isBasic(tool: Tool): boolean {
  return tool.connects || tool.writes || tools.find(({ draws }) => draws) === tool;
}

/** The ids of those that stay on the bar when only so many fit. */
export function staying(ids: readonly string[], fitting: number): ReadonlySet<string> {
  return new Set([...ids].sort((a, b) => readiness(a) - readiness(b)).slice(0, fitting));
}
