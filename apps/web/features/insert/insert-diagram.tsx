'use client';
import { Workflow } from 'lucide-react';
import { Toolbar } from 'radix-ui';
import { Button } from '@/components/ui/button.tsx';
import { Menu, MenuTrigger } from '@/components/ui/menu.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { insertDiagram } from './insert.ts';
import { TemplateMenu } from './template-menu.tsx';

export function InsertDiagram() {
  const { editor } = useFileSession();
  return (
    <Menu>
      <Tooltip label="Insert a diagram" side="top">
        <Toolbar.Button asChild>
          <MenuTrigger asChild>
            <Button look="quiet" size="icon" aria-label="Insert a diagram" className="@max-lg:size-7 pointer-coarse:size-11">
              <Workflow />
            </Button>
          </MenuTrigger>
        </Toolbar.Button>
      </Tooltip>
      <TemplateMenu
        side="top"
        onPick={(source) => {
          insertDiagram(editor, source);
          usePanes.getState().offerCode();
        }}
      />
    </Menu>
  );
}
