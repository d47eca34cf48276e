'use client';
import type { BlockId } from '@autograph/document';
import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { Menu, MenuTrigger } from '@/components/ui/menu.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { useFileSession } from '@/features/file/session-context.ts';
import { insertDiagram } from '@/features/insert/insert.ts';
import { TemplateMenu } from '@/features/insert/template-menu.tsx';

/** Adds a diagram from a template: an icon among others, or `large` where nothing else is. */
export function AddBlock({ onAdd, large = false }: { onAdd: (id: BlockId) => void; large?: boolean }) {
  const { editor } = useFileSession();
  return (
    <Menu>
      {large ? (
        <MenuTrigger asChild>
          <Button look="primary">
            <Plus /> Add a diagram
          </Button>
        </MenuTrigger>
      ) : (
        <Tooltip label="Add a diagram">
          <MenuTrigger asChild>
            <Button look="quiet" size="icon" aria-label="Add a diagram">
              <Plus />
            </Button>
          </MenuTrigger>
        </Tooltip>
      )}
      <TemplateMenu align={large ? 'center' : 'end'} onPick={(template) => onAdd(insertDiagram(editor, template))} />
    </Menu>
  );
}
