'use client';
import type { IconEntry } from '@autograph/icons';
import { X } from 'lucide-react';
import { useCallback } from 'react';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Sheet } from '@/components/ui/sheet.tsx';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { focusBoard } from '@/lib/focus-board.ts';
import { useMedia } from '@/lib/use-media.ts';
import { IconBrowser } from './icon-browser.tsx';
import { insertIcon } from './insert-icon.ts';

/** The icon library beside the board, or as a sheet on a small screen. */
export function IconPanel() {
  const { editor } = useFileSession();
  const open = usePanes((panes) => panes.icons);
  const set = usePanes((panes) => panes.set);
  const keysOf = useKeysOf();
  const roomy = useMedia('(min-width: 640px)');
  const close = useCallback(() => {
    set({ icons: false });
    focusBoard();
  }, [set]);
  const pick = useCallback((icon: IconEntry) => insertIcon(editor, icon), [editor]);
  if (!open || editor.readOnly) return null;
  if (!roomy)
    return (
      <Sheet open onOpenChange={close} title="Icons">
        <div className="flex h-[50dvh] flex-col">
          <IconBrowser
            onLeave={close}
            onPick={(icon) => {
              pick(icon);
              close();
            }}
          />
        </div>
      </Sheet>
    );
  return (
    <aside
      aria-label="Icons"
      className="absolute top-3 bottom-16 left-3 z-20 flex max-h-[44rem] w-[332px] animate-appear flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-raised @max-4xl:top-14"
    >
      <header className="flex items-center justify-between py-1 pr-1 pl-3">
        <h2 className="font-semibold">Icons</h2>
        <IconButton label="Close the icon library" keys={keysOf('icons')} size="icon-sm" side="right" onClick={close}>
          <X />
        </IconButton>
      </header>
      <IconBrowser onPick={pick} onLeave={focusBoard} />
    </aside>
  );
}
