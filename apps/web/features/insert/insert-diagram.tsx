'use client';
import type { Editor } from '@autograph/editor';
import { Workflow } from 'lucide-react';
import { Menu, MenuItem, MenuSub, MenuTrigger } from '@/components/ui/menu.tsx';
import { ToolButton } from '@/features/canvas/tool-button.tsx';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { insertDiagram } from './insert.ts';
import { TemplateMenu } from './template-menu.tsx';
import { templates } from './templates.ts';

const label = 'Insert a diagram';

function insert(editor: Editor, source: string): void {
  insertDiagram(editor, source);
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
      <TemplateMenu side="top" onPick={(source) => insert(editor, source)} />
    </Menu>
  );
}

/** The kinds of diagram, in a menu. */
export function DiagramItems({ editor }: { editor: Editor }) {
  return (
    <MenuSub label={label} icon={<Workflow />}>
      {templates.map((template) => (
        <MenuItem key={template.label} onSelect={() => insert(editor, template.source)}>
          {template.label}
        </MenuItem>
      ))}
    </MenuSub>
  );
}
