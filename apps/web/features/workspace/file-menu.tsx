'use client';
import type { DiagramSummary } from '@autograph/contracts/diagrams.ts';
import { ArchiveRestore, Copy, Ellipsis, ExternalLink, Pencil, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu.tsx';
import type { FileActions } from './use-file-actions.ts';

export function FileMenu({ file, actions, onRename }: { file: DiagramSummary; actions: FileActions; onRename: () => void }) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button
          look="quiet"
          size="icon"
          aria-label={`Actions for ${file.title}`}
          className="relative z-10 opacity-0 focus-visible:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 [@media(hover:none)]:opacity-100"
        >
          <Ellipsis />
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        {file.is_deleted ? (
          <>
            <MenuItem icon={<ArchiveRestore />} onSelect={() => void actions.restore(file)}>
              Restore
            </MenuItem>
            <MenuItem icon={<Trash2 />} danger onSelect={() => actions.erase(file)}>
              Delete for good
            </MenuItem>
          </>
        ) : (
          <>
            <MenuItem icon={<ExternalLink />} onSelect={() => window.open(`/f/${file.id}`, '_blank', 'noopener')}>
              Open in a new tab
            </MenuItem>
            <MenuItem icon={<Pencil />} keys="F2" disabled={file.access === 'view'} onSelect={onRename}>
              Rename
            </MenuItem>
            <MenuItem icon={<Copy />} onSelect={() => void actions.duplicate(file)}>
              Duplicate
            </MenuItem>
            <MenuSeparator />
            <MenuItem icon={<Trash2 />} danger disabled={file.access !== 'owner'} onSelect={() => void actions.trash(file)}>
              Move to trash
            </MenuItem>
          </>
        )}
      </MenuContent>
    </Menu>
  );
}
