'use client';
import type { Command, Editor } from '@autograph/editor';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu.tsx';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { ClipboardItems } from './clipboard-items.tsx';

/** Where the menu was asked for, px of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** The commands worth a place in the menu, in groups; the palette has all. */
const groups = [
  ['duplicate', 'delete'],
  ['edit_text', 'group', 'ungroup', 'toggle_lock'],
  ['bring_to_front', 'bring_forward', 'send_backward', 'send_to_back'],
  ['select_all', 'zoom_fit', 'zoom_selection', 'toggle_grid'],
];

function possible(editor: Editor): Command[][] {
  return groups
    .map((ids) => ids.flatMap((id) => editor.commands.find((command) => command.id === id && command.enabled(editor)) ?? []))
    .filter((commands) => commands.length > 0);
}

/** The menu of the right mouse button, or of a long press: what can be done with what is there. */
export function BoardMenu({ place, onClose }: { place: MenuPlace | null; onClose: () => void }) {
  const { editor } = useFileSession();
  const keysOf = useKeysOf();
  if (!place) return null;
  return (
    <Menu open onOpenChange={onClose}>
      <MenuTrigger aria-hidden tabIndex={-1} className="pointer-events-none fixed size-0" style={{ left: place.x, top: place.y }} />
      <MenuContent align="start" sideOffset={0} className="w-56" aria-label="Board menu">
        <ClipboardItems editor={editor} at={place} />
        <MenuSeparator />
        {possible(editor).map((commands, index) => (
          <div key={commands[0]?.id}>
            {index > 0 ? <MenuSeparator /> : null}
            {commands.map(({ id, label }) => (
              <MenuItem key={id} keys={keysOf(id)} danger={id === 'delete'} onSelect={() => editor.run(id)}>
                {label}
              </MenuItem>
            ))}
          </div>
        ))}
      </MenuContent>
    </Menu>
  );
}
