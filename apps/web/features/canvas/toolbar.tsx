'use client';
import { Ellipsis } from 'lucide-react';
import { Toolbar as Primitive } from 'radix-ui';
import { Fragment, useRef } from 'react';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu.tsx';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorValue } from '@/features/file/use-editor-value.ts';
import { useFlag } from '@/features/flags/use-flag.ts';
import { useFitting } from './fitting.ts';
import { ToolButton } from './tool-button.tsx';
import { staying, type ToolbarItem, toolbarItems } from './toolbar-items.tsx';

const sections = ['look', 'draw', 'add'] as const;

/** The tools, and what can be put on the board; what there is no room for is in a menu at the end. */
export function Toolbar() {
  const { editor } = useFileSession();
  const tool = useEditorValue(editor, ['tool'], (editor) => editor.tool);
  const { prompt, icons } = usePanes();
  const generates = useFlag('ai_generation');
  const keysOf = useKeysOf();
  const bar = useRef<HTMLDivElement>(null);
  const items = toolbarItems(editor, { tool, prompt, generates, icons, keysOf });
  const fitting = useFitting(bar, items.length);
  const shown = staying(
    items.map(({ id }) => id),
    fitting,
  );
  const hidden = items.filter(({ id }) => !shown.has(id));
  const separator = <Primitive.Separator className="mx-1 h-5 w-px shrink-0 bg-line" />;
  const buttons = (section: ToolbarItem['section']) =>
    items
      .filter((item) => item.section === section && shown.has(item.id))
      .map(({ id, label, keys, icon, pressed, run, own }) => (
        <Fragment key={id}>
          {own?.button ?? <ToolButton label={label} keys={keys} icon={icon} aria-pressed={pressed} onClick={run} />}
        </Fragment>
      ));
  return (
    <Primitive.Root
      ref={bar}
      aria-label="Tools"
      className="absolute bottom-4 left-1/2 z-10 flex max-w-[calc(100%-1rem)] -translate-x-1/2 items-center gap-0.5 overflow-x-auto rounded-xl border border-line bg-raised p-1 shadow-raised [scrollbar-width:none] max-sm:bottom-[calc(0.5rem+env(safe-area-inset-bottom))]"
    >
      {sections.map((section, at) => (
        <div key={section} className="contents">
          {at > 0 ? separator : null}
          {buttons(section)}
        </div>
      ))}
      {hidden.length > 0 ? <MoreTools items={hidden} /> : null}
    </Primitive.Root>
  );
}

function MoreTools({ items }: { items: readonly ToolbarItem[] }) {
  const chosen = items.find(({ pressed }) => pressed);
  return (
    <Menu>
      <MenuTrigger asChild>
        <ToolButton label="More tools" icon={chosen?.icon ?? <Ellipsis />} aria-pressed={chosen !== undefined} />
      </MenuTrigger>
      <MenuContent side="top" align="end">
        {items.map(({ id, icon, label, keys, run, own }) => (
          <Fragment key={id}>
            {own?.menu ?? (
              <MenuItem icon={icon} keys={keys} onSelect={run}>
                {label}
              </MenuItem>
            )}
          </Fragment>
        ))}
      </MenuContent>
    </Menu>
  );
}
