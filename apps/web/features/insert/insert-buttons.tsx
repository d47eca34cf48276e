'use client';
import { LayoutGrid, Plus } from 'lucide-react';
import { Toolbar } from 'radix-ui';
import { Button } from '@/components/ui/button.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { openInsertMenu } from './open-insert-menu.ts';

const size = '@max-lg:size-7 pointer-coarse:size-11';

/** Inserting anything by name, and the icon library, on the toolbar. */
export function InsertButtons() {
  const { editor } = useFileSession();
  const icons = usePanes((panes) => panes.icons);
  return (
    <>
      <Tooltip label="Insert by name" keys="/" side="top">
        <Toolbar.Button asChild>
          <Button look="quiet" size="icon" aria-label="Insert by name" onClick={() => openInsertMenu(editor, null)} className={size}>
            <Plus />
          </Button>
        </Toolbar.Button>
      </Tooltip>
      <Tooltip label="Icon library" keys="i" side="top">
        <Toolbar.Button asChild>
          <Button
            look="quiet"
            size="icon"
            aria-label="Icon library"
            aria-pressed={icons}
            onClick={() => usePanes.getState().set({ icons: !icons })}
            className={size}
          >
            <LayoutGrid />
          </Button>
        </Toolbar.Button>
      </Tooltip>
    </>
  );
}
