import { drawScene, type Editor, inReadingOrder } from '@autograph/editor';
import { type Box, expandBox, unionBoxes } from '@autograph/geometry';
import { type DisplayList, type ImageSource, imageKey, loadImages, paintCanvas, sourcesOf, toSvg } from '@autograph/render';
import { toast } from 'sonner';
import { errorText } from '@/lib/api.ts';
import { loadBoardImage } from './load-board-image.ts';

/** Space around the copied shapes, px. */
const margin = 16;

/** Pixels of a copied picture per px of the board. */
const scale = 2;

/** The drawing of what is selected, or of the whole board, without what is for the board only. */
function drawing(editor: Editor): { readonly list: DisplayList; readonly box: Box } | undefined {
  const { scene, selection } = editor;
  const chosen = selection.length > 0 ? selection : scene.children(null).flatMap((shape) => (shape.hidden ? [] : shape.id));
  const isSeen = (id: string) => editor.definition(scene.get(id)?.type ?? '')?.boardOnly !== true;
  const roots = chosen.flatMap((id) => (isSeen(id) ? id : scene.children(id).map((inner) => inner.id)));
  const all = roots.flatMap((id) => [id, ...scene.descendants(id).map((shape) => shape.id)]);
  const box = unionBoxes(all.flatMap((id) => scene.paintBounds(id) ?? []));
  return box && { list: drawScene(scene, editor.drawContext, { ids: roots }), box: expandBox(box, margin) };
}

async function svgOf({ list, box }: { readonly list: DisplayList; readonly box: Box }): Promise<string> {
  return toSvg(list, { box, scale: 1, images: await loadImages(list, loadBoardImage) });
}

async function pngOf(editor: Editor, { list, box }: { readonly list: DisplayList; readonly box: Box }): Promise<Blob> {
  const canvas = new OffscreenCanvas(Math.ceil(box.w * scale), Math.ceil(box.h * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas.');
  context.fillStyle = editor.theme.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const pictures = await decoded(list);
  context.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
  paintCanvas(context, list, { image: pictures });
  return canvas.convertToBlob({ type: 'image/png' });
}

async function decoded(list: DisplayList) {
  const images = await loadImages(list, loadBoardImage);
  const ready = new Map<string, HTMLImageElement>();
  for (const source of sourcesOf(list)) {
    const content = images(source);
    if (!content) continue;
    const image = new Image();
    const url = URL.createObjectURL(
      new Blob([typeof content.data === 'string' ? content.data : new Uint8Array(content.data)], { type: content.mime }),
    );
    image.src = url;
    await image.decode().catch(() => undefined);
    URL.revokeObjectURL(url);
    ready.set(imageKey(source), image);
  }
  return (source: ImageSource) => ready.get(imageKey(source));
}

/** The words of what is selected, in reading order; diagrams as code as their code. */
function wordsOf(editor: Editor): string {
  const { scene, document, selection } = editor;
  const roots = selection.length > 0 ? selection : scene.children(null).map((shape) => shape.id);
  const all = roots.flatMap((id) => (document.blocks.has(id) ? [id] : [id, ...scene.descendants(id).map((shape) => shape.id)]));
  return inReadingOrder(scene, all)
    .flatMap((id) => document.blocks.get(id)?.source ?? scene.get(id)?.text ?? [])
    .filter((text) => text !== '')
    .join('\n');
}

export type CopyForm = 'png' | 'svg' | 'text';

const names: Readonly<Record<CopyForm, string>> = { png: 'a picture', svg: 'SVG', text: 'text' };

/** Puts the selection (or the whole board) on the clipboard in a form that other programs take. */
export async function copyAs(editor: Editor, form: CopyForm): Promise<void> {
  const drawn = drawing(editor);
  if (!drawn) return;
  try {
    // Safari wants the item at once, in the very press: its content may come later.
    if (form === 'png') await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(editor, drawn) })]);
    else await navigator.clipboard.writeText(form === 'svg' ? await svgOf(drawn) : wordsOf(editor));
    toast(`Copied as ${names[form]}`);
  } catch (error) {
    toast.error('This browser did not allow copying', { description: errorText(error) });
  }
}
