'use client';
import { cutAway, type Editor } from '@autograph/editor';
import { deliver, readClipboard } from '@autograph/editor-dom';
import { toast } from 'sonner';
import { MenuItem, MenuSub } from '@/components/ui/menu.tsx';
import { useFileSession } from '@/features/file/session-context.ts';
import { insertDiagram } from '@/features/insert/insert.ts';
import { createTakeIn } from '@/features/interchange/take-in.ts';
import { copyAs } from './copy-as.ts';

/** Browsers give menus the clipboard on secure pages only, and only when the person allows it. */
async function withClipboard(act: (clipboard: Clipboard) => Promise<void>): Promise<void> {
  try {
    await act(navigator.clipboard);
  } catch {
    toast.error('This browser does not let menus use the clipboard', { description: 'Use the keys instead: they always work.' });
  }
}

/** Cut, copy and paste of the board's menu; what is pasted comes to where the menu was asked for. */
export function ClipboardItems({ editor, at }: { editor: Editor; at: { x: number; y: number } }) {
  const { room, fileId } = useFileSession();
  const copy = () => withClipboard((clipboard) => clipboard.writeText(editor.copy()));
  const cut = () =>
    withClipboard(async (clipboard) => {
      // Another selection may have been made by the time that the person has allowed it.
      const copied = editor.selection;
      await clipboard.writeText(editor.copy());
      cutAway(editor, copied);
    });
  const paste = () =>
    withClipboard(async (clipboard) => {
      const board = document.querySelector('[role="application"]')?.getBoundingClientRect();
      const point = editor.toPage({ x: at.x - (board?.left ?? 0), y: at.y - (board?.top ?? 0) });
      const delivery = await readClipboard(clipboard, point);
      const takeIn = createTakeIn({ editor, room, fileId });
      deliver(editor, delivery, (delivered) => {
        if (takeIn(delivered)) return true;
        const code = editor.codeIn(delivered.text);
        if (code) insertDiagram(editor, { family: code.language, ...code }, point);
        return code !== undefined;
      });
    });
  const selected = editor.selection.length > 0;
  return (
    <>
      {selected && !editor.readOnly ? (
        <MenuItem keys="mod+x" onSelect={cut}>
          Cut
        </MenuItem>
      ) : null}
      {selected ? (
        <MenuItem keys="mod+c" onSelect={copy}>
          Copy
        </MenuItem>
      ) : null}
      <MenuSub label="Copy as">
        <MenuItem onSelect={() => void copyAs(editor, 'png')}>PNG picture</MenuItem>
        <MenuItem onSelect={() => void copyAs(editor, 'svg')}>SVG drawing</MenuItem>
        <MenuItem onSelect={() => void copyAs(editor, 'text')}>Text</MenuItem>
      </MenuSub>
      {editor.readOnly ? null : (
        <MenuItem keys="mod+v" onSelect={paste}>
          Paste
        </MenuItem>
      )}
    </>
  );
}
