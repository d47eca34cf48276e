'use client';
import { type Command, type Editor, labelOf } from '@autograph/editor';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuSub, MenuTrigger } from '@/components/ui/menu.tsx';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { focusBoard } from '@/lib/focus-board.ts';
import { ClipboardItems } from './clipboard-items.tsx';

/** Where the menu was asked for, px of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** The commands worth a place in the menu, in groups; those of `more` open beside it. The palette has all. */
const groups: readonly {
  readonly commands: readonly string[];
  readonly more?: { readonly label: string; readonly commands: readonly string[] };
}[] = [
  { commands: ['duplicate', 'delete'] },
  { commands: ['edit_text', 'group', 'ungroup', 'toggle_lock', 'toggle_hidden'] },
  { commands: ['toggle_collapsed', 'fit_frame', 'remove_frame'] },
  {
    commands: ['tidy_up', 'toggle_pin'],
    more: {
      label: 'Layout',
      commands: ['lay_out_layered', 'lay_out_tree', 'lay_out_force', 'lay_out_circular', 'toggle_diagram_lines'],
    },
  },
  { commands: ['to_code', 'to_shapes'] },
  {
    commands: ['bring_to_front', 'send_to_back'],
    more: {
      label: 'Arrange',
      commands: [
        'bring_forward',
        'send_backward',
        'align_left',
        'align_center',
        'align_right',
        'align_top',
        'align_middle',
        'align_bottom',
        'distribute_horizontal',
        'distribute_vertical',
        'same_width',
        'same_height',
        'flip_horizontal',
        'flip_vertical',
        'rotate_90',
      ],
    },
  },
  { commands: ['select_all', 'zoom_fit', 'zoom_selection', 'toggle_grid', 'toggle_rulers', 'remove_guides'] },
];

function Items({ editor, commands }: { editor: Editor; commands: readonly Command[] }) {
  const keysOf = useKeysOf();
  return commands.map((command) => (
    <MenuItem key={command.id} keys={keysOf(command.id)} danger={command.id === 'delete'} onSelect={() => editor.run(command.id)}>
      {labelOf(command, editor)}
    </MenuItem>
  ));
}

/** The menu of the right mouse button, of a long press and of the menu key: what can be done with what is there. */
export function BoardMenu({ place, onClose }: { place: MenuPlace | null; onClose: () => void }) {
  const { editor } = useFileSession();
  if (!place) return null;
  const possible = (ids: readonly string[] = []) =>
    ids.flatMap((id) => editor.commands.find((command) => command.id === id && command.enabled(editor)) ?? []);
  const shown = groups
    .map(({ commands, more }) => ({ commands: possible(commands), label: more?.label ?? '', more: possible(more?.commands) }))
    .filter(({ commands, more }) => commands.length + more.length > 0);
  return (
    // Modal, for the finger that rested on the board to open it lifts outside of it.
    <Menu modal open onOpenChange={onClose}>
      <MenuTrigger aria-hidden tabIndex={-1} className="pointer-events-none fixed size-0" style={{ left: place.x, top: place.y }} />
      <MenuContent
        // Beside the point, so that it is moved up where there is too little room below.
        side="right"
        align="start"
        sideOffset={0}
        className="min-w-56 max-w-96"
        aria-label="Board menu"
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          focusBoard();
        }}
      >
        <ClipboardItems editor={editor} at={place} />
        <MenuSeparator />
        {shown.map(({ commands, label, more }, index) => (
          <div key={commands[0]?.id ?? label}>
            {index > 0 ? <MenuSeparator /> : null}
            <Items editor={editor} commands={commands} />
            {more.length > 0 ? (
              <MenuSub label={label}>
                <Items editor={editor} commands={more} />
              </MenuSub>
            ) : null}
          </div>
        ))}
      </MenuContent>
    </Menu>
  );
}
