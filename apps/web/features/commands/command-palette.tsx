'use client';
import type { Diagram } from '@autograph/contracts/diagrams.ts';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Dialog } from 'radix-ui';
import { Keys } from '@/components/ui/keys.tsx';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useExportFormats } from '@/features/file/use-export-formats.ts';
import { useFlag } from '@/features/flags/use-flag.ts';
import { type PaletteItem, paletteItems } from './palette-items.ts';
import { useKeymap } from './use-keymap.ts';

function Items({ file }: { file: Diagram }) {
  const { editor } = useFileSession();
  const router = useRouter();
  const keymap = useKeymap();
  const formats = useExportFormats();
  const generates = useFlag('ai_generation');
  const groups = new Map<string, PaletteItem[]>();
  for (const item of paletteItems(editor, file, { keymap, formats, generates }, (path) => router.push(path)))
    groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups].map(([name, items]) => (
    <Command.Group
      key={name}
      heading={name}
      className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-ink-faint **:[[cmdk-group-heading]]:text-xs"
    >
      {items.map(({ id, label, keys, run }) => (
        <Command.Item
          key={id}
          value={`${name} ${label} ${id}`}
          onSelect={() => {
            usePanes.getState().set({ palette: false });
            run();
          }}
          className="flex h-9 items-center gap-2 rounded-md px-2 data-[selected=true]:bg-accent-soft"
        >
          <span className="flex-1 truncate">{label}</span>
          {keys ? <Keys keys={keys} /> : null}
        </Command.Item>
      ))}
    </Command.Group>
  ));
}

/** Everything by name. */
export function CommandPalette({ file }: { file: Diagram }) {
  const { palette, set } = usePanes();
  return (
    <Dialog.Root open={palette} onOpenChange={(open) => set({ palette: open })}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[min(36rem,calc(100vw-1.5rem))] -translate-x-1/2 animate-appear overflow-hidden rounded-xl border border-line bg-raised shadow-overlay outline-none"
        >
          <Dialog.Title className="sr-only">Commands</Dialog.Title>
          <Command label="Commands" loop>
            <div className="flex items-center gap-2 border-line border-b px-3">
              <Search className="size-4 text-ink-faint" />
              <Command.Input
                placeholder="Do something …"
                className="h-12 flex-1 bg-transparent text-base outline-none placeholder:text-ink-faint"
              />
            </div>
            <Command.List className="scroll-quiet max-h-[min(26rem,60vh)] overflow-y-auto scroll-py-2 p-1.5">
              <Command.Empty className="py-8 text-center text-ink-soft">Nothing is called that.</Command.Empty>
              {palette ? <Items file={file} /> : null}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
