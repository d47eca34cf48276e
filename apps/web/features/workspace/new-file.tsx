'use client';
import { diagramTypes } from '@autograph/contracts/diagrams.ts';
import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu.tsx';
import { fileTypes } from './file-type.ts';
import type { FileActions } from './use-file-actions.ts';

export function NewFile({ actions }: { actions: FileActions }) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button look="primary">
          <Plus /> New file
        </Button>
      </MenuTrigger>
      <MenuContent align="end" className="w-64">
        {diagramTypes.map((type) => {
          const { label, lead, Icon } = fileTypes[type];
          return (
            <MenuItem key={type} icon={<Icon />} onSelect={() => void actions.create(type)} className="h-12">
              <span className="block font-medium leading-4">{label}</span>
              <span className="block text-ink-faint text-xs">{lead}</span>
            </MenuItem>
          );
        })}
      </MenuContent>
    </Menu>
  );
}
