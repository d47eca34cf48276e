'use client';
import { diagramTypes } from '@autograph/contracts/diagrams.ts';
import { FileUp, Plus } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu.tsx';
import { chooseFiles } from '@/lib/choose-files.ts';
import { fileTypes } from './file-type.ts';
import type { FileActions } from './use-file-actions.ts';

/** The readers of other tools' files are loaded only when someone asks for them. */
async function importInto(actions: FileActions): Promise<void> {
  const { importable } = await import('@/features/interchange/importable.ts');
  await actions.importFiles(await chooseFiles(importable));
}

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
        <MenuSeparator />
        <MenuItem icon={<FileUp />} onSelect={() => void importInto(actions)} className="h-12">
          <span className="block font-medium leading-4">Import</span>
          <span className="block text-ink-faint text-xs">Excalidraw, draw.io, Mermaid, SQL …</span>
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
