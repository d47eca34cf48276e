import { drawnSelection, type Editor, wordsOfSelection } from '@autograph/editor';
import { pngOf, svgOf } from '@autograph/editor-dom';
import { toast } from 'sonner';
import { errorText } from '@/lib/api.ts';
import { loadBoardImage } from './load-board-image.ts';

export type CopyForm = 'png' | 'svg' | 'text';

const names: Readonly<Record<CopyForm, string>> = { png: 'a picture', svg: 'SVG', text: 'text' };

/** Puts the selection (or the whole board) on the clipboard in a form that other programs take. */
export async function copyAs(editor: Editor, form: CopyForm): Promise<void> {
  const drawn = drawnSelection(editor);
  if (!drawn) return;
  try {
    // Safari wants the item at once, in the very press: its content may come later.
    if (form === 'png')
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(drawn, editor.theme.background, loadBoardImage) })]);
    else await navigator.clipboard.writeText(form === 'svg' ? await svgOf(drawn, loadBoardImage) : wordsOfSelection(editor));
    toast(`Copied as ${names[form]}`);
  } catch (error) {
    toast.error('This browser did not allow copying', { description: errorText(error) });
  }
}
