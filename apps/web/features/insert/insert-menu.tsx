'use client';
import { createSearch } from '@autograph/icons';
import { Command } from 'cmdk';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Keys } from '@/components/ui/keys.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover.tsx';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useIconShelf } from '@/features/icons/icon-shelf.ts';
import { useIconLibrary } from '@/features/icons/use-icon-library.ts';
import { focusBoard } from '@/lib/focus-board.ts';
import { findItems } from './find-items.ts';
import { boardItems, browseItem, type InsertItem, iconItem } from './insert-items.tsx';

/** Everything that can be put on the board, by name, where it was asked for. */
export function InsertMenu() {
  const { editor } = useFileSession();
  const place = usePanes((panes) => panes.insert);
  const set = usePanes((panes) => panes.set);
  if (!place || editor.readOnly) return null;
  const close = () => set({ insert: null });
  return (
    <Popover open onOpenChange={close}>
      <PopoverTrigger aria-hidden tabIndex={-1} className="pointer-events-none fixed size-0" style={{ left: place.x, top: place.y }} />
      <PopoverContent
        align="start"
        sideOffset={4}
        aria-label="Insert"
        className="w-[min(22rem,calc(100vw-1rem))] overflow-hidden p-0"
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          // A new text is being typed already, and the icon library has a field of its own.
          if (!editor.editing && !usePanes.getState().icons) focusBoard();
        }}
      >
        <Finder
          onPick={(item) => {
            close();
            item.insert(place.at ?? undefined);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

function Finder({ onPick }: { onPick: (item: InsertItem) => void }) {
  const { editor } = useFileSession();
  const { library } = useIconLibrary();
  const keysOf = useKeysOf();
  const recent = useIconShelf((shelf) => shelf.recent);
  const [query, setQuery] = useState('');
  const search = useMemo(() => createSearch(boardItems(editor)), [editor]);
  const groups = findItems(query, {
    search,
    icons: library,
    recent: recent.slice(0, 6),
    toItem: (icon) => iconItem(editor, icon),
    browse: { ...browseItem, keys: keysOf('icons') },
  });
  const first = groups[0]?.items[0]?.id ?? '';
  const [chosen, setChosen] = useState(first);
  // The best answer is what Enter takes, also when it comes later than the others: icons are loaded meanwhile.
  useEffect(() => setChosen(first), [query, first]);
  return (
    <Command label="Insert" shouldFilter={false} loop value={chosen} onValueChange={setChosen}>
      <div className="flex items-center gap-2 border-line border-b px-3">
        <Plus className="size-4 text-ink-faint" />
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder="Insert a shape, diagram or icon"
          className="h-10 flex-1 bg-transparent text-sm outline-none placeholder:text-ink-faint"
        />
      </div>
      <Command.List className="scroll-quiet max-h-[min(22rem,50vh)] overflow-y-auto scroll-py-2 p-1.5">
        {groups.map(({ name, items }) => (
          <Command.Group
            key={name}
            heading={name}
            className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-ink-faint **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:empty:hidden"
          >
            {items.map((item) => (
              <Command.Item
                key={item.id}
                value={item.id}
                onSelect={() => onPick(item)}
                className="flex h-9 select-none items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-accent-soft [&_svg]:size-4 [&_svg]:text-ink-soft"
              >
                <span className="grid size-5 shrink-0 place-items-center">{item.picture}</span>
                <span className="min-w-0 flex-1 truncate">{item.title}</span>
                {item.lead ? <span className="shrink-0 text-ink-faint text-xs">{item.lead}</span> : null}
                {item.keys ? <Keys keys={item.keys} /> : null}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}
