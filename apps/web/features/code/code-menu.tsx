'use client';
import type { BlockId } from '@autograph/document';
import { defaultFamily, type FencedDiagram, families, familyOfFile, fence, fencedDiagrams, placedSource } from '@autograph/languages';
import { AlignLeft, Copy, Download, Ellipsis, Languages, Palette, Upload } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator, MenuSub, MenuTrigger } from '@/components/ui/menu.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorValue } from '@/features/file/use-editor-value.ts';
import { insertDiagrams } from '@/features/insert/insert.ts';
import { errorText } from '@/lib/api.ts';
import { chooseFiles } from '@/lib/choose-files.ts';
import { saveFile } from '@/lib/save-file.ts';
import { CodeColoursDialog } from './code-colours-dialog.tsx';
import { openEditors } from './open-editors.ts';

async function diagramsOf(file: File): Promise<readonly FencedDiagram[]> {
  const text = await file.text();
  if (/\.(?:md|markdown)$/i.test(file.name)) return fencedDiagrams(text);
  return text.trim() === '' ? [] : [{ family: familyOfFile(file.name)?.id ?? defaultFamily, source: text }];
}

const codeFiles = [...families.flatMap(({ extensions }) => extensions), '.md', '.markdown'].join(',');

/** What can be done with a diagram's text as a whole. */
export function CodeMenu({ block, label, onAdd }: { block: BlockId | undefined; label: string; onAdd: (id: BlockId) => void }) {
  const { editor } = useFileSession();
  const current = () => (block === undefined ? undefined : editor.document.blocks.get(block));
  const language = useEditorValue(editor, ['document'], () => current()?.language);
  const family = families.find(({ id }) => id === language);
  const ending = family?.extensions[0] ?? '.txt';
  const [colours, setColours] = useState(false);
  const bringIn = async () => {
    try {
      const found = (await Promise.all((await chooseFiles(codeFiles)).map(diagramsOf))).flat();
      for (const id of insertDiagrams(editor, found)) onAdd(id);
    } catch (error) {
      toast.error(errorText(error));
    }
  };
  const download = () => {
    const found = current();
    if (found)
      toast(`Saved “${saveFile(new Blob([placedSource(found)], { type: family?.mediaType ?? 'text/plain' }), `${label}${ending}`)}”`);
  };
  const copy = async () => {
    const found = current();
    if (!found) return;
    await navigator.clipboard.writeText(`${fence(found.language, placedSource(found))}\n`);
    toast('Copied as markdown');
  };
  return (
    <>
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
              Import a file of code …
            </MenuItem>
          )}
          {block === undefined ? null : (
            <>
              {editor.readOnly ? null : (
                <MenuSub label={`Language: ${family?.label ?? language}`} icon={<Languages />}>
                  <MenuRadioGroup value={language ?? ''} onValueChange={(id) => editor.setBlockLanguage(block, id)}>
                    {families.map(({ id, label }) => (
                      <MenuRadioItem key={id} value={id}>
                        {label}
                      </MenuRadioItem>
                    ))}
                  </MenuRadioGroup>
                </MenuSub>
              )}
              <MenuSeparator />
              <MenuItem icon={<Download />} onSelect={download}>
                Download as {ending}
              </MenuItem>
              <MenuItem icon={<Copy />} onSelect={() => void copy()}>
                Copy as markdown
              </MenuItem>
            </>
          )}
          <MenuSeparator />
          <MenuItem icon={<Palette />} onSelect={() => setColours(true)}>
            Colours of the code …
          </MenuItem>
        </MenuContent>
      </Menu>
      <CodeColoursDialog open={colours} onOpenChange={setColours} />
    </>
  );
}
