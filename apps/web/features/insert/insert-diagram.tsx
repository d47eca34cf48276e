'use client';
import type { Editor } from '@autograph/editor';
import { Workflow } from 'lucide-react';
import { Menu, MenuSub, MenuTrigger } from '@/components/ui/menu.tsx';
import { ToolButton } from '@/features/canvas/tool-button.tsx';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { insertDiagram } from './insert.ts';
import { TemplateItems, TemplateMenu } from './template-menu.tsx';
import type { DiagramTemplate } from './templates.ts';

const label = 'Insert a diagram';

function insert(editor: Editor, template: DiagramTemplate): void {
  insertDiagram(editor, template);
  usePanes.getState().offerCode();
}

/** The kinds of diagram, behind a button of the toolbar. */
export function InsertDiagram() {
  const { editor } = useFileSession();
  return (
    <Menu>
      <MenuTrigger asChild>
        <ToolButton label={label} icon={<Workflow />} />
      </MenuTrigger>
      <TemplateMenu side="top" onPick={(template) => insert(editor, template)} />
    </Menu>
  );
}

/** The kinds of diagram, in a menu. */
export function DiagramItems({ editor }: { editor: Editor }) {
  return (
    <MenuSub label={label} icon={<Workflow />}>
      <TemplateItems onPick={(template) => insert(editor, template)} />
    </MenuSub>
  );
}
