'use client';
import type { BlockId } from '@autograph/document';
import { fence, fencedDiagrams } from '@autograph/languages';
import { AlignLeft, Copy, Download, Ellipsis, Upload } from 'lucide-react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { useFileSession } from '@/features/file/session-context.ts';
import { insertDiagram } from '@/features/insert/insert.ts';
import { errorText } from '@/lib/api.ts';
import { chooseFiles } from '@/lib/choose-files.ts';
import { saveFile } from '@/lib/save-file.ts';
import { openEditors } from './open-editors.ts';

async function diagramsOf(file: File): Promise<readonly string[]> {
  const text = await file.text();
  if (!/\.(?:md|markdown)$/i.test(file.name)) return text.trim() === '' ? [] : [text];
  return fencedDiagrams(text).map(({ source }) => source);
}

/** What can be done with a diagram's text as a whole. */
export function CodeMenu({ block, label, onAdd }: { block: BlockId | undefined; label: string; onAdd: (id: BlockId) => void }) {
  const { editor } = useFileSession();
  const current = () => (block === undefined ? undefined : editor.document.blocks.get(block));
  const bringIn = async () => {
    try {
      const found = (await Promise.all((await chooseFiles('.mmd,.mermaid,.md,.markdown')).map(diagramsOf))).flat();
      for (const source of found) onAdd(insertDiagram(editor, source));
    } catch (error) {
      toast.error(errorText(error));
    }
  };
  const download = () => {
    const found = current();
    if (found) toast(`Saved “${saveFile(new Blob([found.source], { type: 'text/vnd.mermaid' }), `${label}.mmd`)}”`);
  };
  const copy = async () => {
    const found = current();
    if (!found) return;
    await navigator.clipboard.writeText(`${fence(found.language, found.source)}\n`);
    toast('Copied as markdown');
  };
  return (
    <Menu>
      <Tooltip label="More">
        <MenuTrigger asChild>
          <Button look="quiet" size="icon" aria-label="More about this code">
            <Ellipsis />
          </Button>
        </MenuTrigger>
      </Tooltip>
      <MenuContent align="end">
        {editor.readOnly || block === undefined ? null : (
          <MenuItem icon={<AlignLeft />} keys="shift+alt+f" onSelect={() => openEditors.of(block)?.format()}>
            Format
          </MenuItem>
        )}
        {editor.readOnly ? null : (
          <MenuItem icon={<Upload />} onSelect={() => void bringIn()}>
            Import .mmd or .md …
          </MenuItem>
        )}
        {block === undefined ? null : (
          <>
            <MenuSeparator />
            <MenuItem icon={<Download />} onSelect={download}>
              Download as .mmd
            </MenuItem>
            <MenuItem icon={<Copy />} onSelect={() => void copy()}>
              Copy as markdown
            </MenuItem>
          </>
        )}
      </MenuContent>
    </Menu>
  );
}
