'use client';
import { Ellipsis, EyeOff, Layers, Map as MapIcon, Maximize, Presentation, Search } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu.tsx';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { viewActionList } from '@/features/commands/view-actions.ts';

const icons = { find: Search, layers: Layers, minimap: MapIcon, present: Presentation, bare: EyeOff, full_screen: Maximize };

/** What else can stand around the board. */
export function ViewMenu() {
  const keysOf = useKeysOf();
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label="View" size="icon-sm" side="top">
          <Ellipsis />
        </IconButton>
      </MenuTrigger>
      <MenuContent side="top" align="start" className="w-60">
        {viewActionList.map(({ id, label, run }) => {
          const Icon = icons[id];
          return (
            <MenuItem key={id} icon={<Icon />} keys={keysOf(id)} onSelect={run}>
              {label}
            </MenuItem>
          );
        })}
      </MenuContent>
    </Menu>
  );
}
