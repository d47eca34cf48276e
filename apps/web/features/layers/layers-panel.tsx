'use client';
import { X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { SearchInput } from '@/components/ui/search-input.tsx';
import { Sheet } from '@/components/ui/sheet.tsx';
import { useViewPreferences } from '@/features/canvas/view-preferences.ts';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorVersion } from '@/features/file/use-editor-version.ts';
import { useMedia } from '@/lib/use-media.ts';
import { LayerTree } from './layer-tree.tsx';

function Layers({ onClose }: { onClose: () => void }) {
  const { editor } = useFileSession();
  useEditorVersion(editor, 'document', 'selection');
  const keysOf = useKeysOf();
  const [words, setWords] = useState('');
  return (
    <>
      <header className="flex h-11 shrink-0 items-center gap-1 pr-1 pl-3">
        <h2 className="flex-1 font-semibold">Layers</h2>
        <IconButton label="Close layers" keys={keysOf('layers')} size="icon-sm" onClick={onClose}>
          <X />
        </IconButton>
      </header>
      <div className="px-2 pb-2">
        <SearchInput label="Search layers" value={words} onChange={setWords} />
      </div>
      <LayerTree words={words} />
    </>
  );
}

/** What is on the board and how it lies: at its left, or as a sheet on a small screen. */
export function LayersPanel() {
  const { layers, set } = useViewPreferences();
  const roomy = useMedia('(min-width: 900px)');
  if (!layers) return null;
  const close = () => set({ layers: false });
  if (roomy)
    return (
      <aside aria-label="Layers" className="flex w-60 shrink-0 flex-col border-line border-r bg-surface">
        <Layers onClose={close} />
      </aside>
    );
  return (
    <Sheet open onOpenChange={close} title="Layers" bare>
      <div className="flex h-[48dvh] flex-col">
        <Layers onClose={close} />
      </div>
    </Sheet>
  );
}
