import { type Editor, placePicture } from '@autograph/editor';
import type { TakeIn } from '@autograph/editor-dom';
import type { Vec } from '@autograph/geometry';
import { toast } from 'sonner';
import { insertDiagram } from '@/features/insert/insert.ts';
import { errorText } from '@/lib/api.ts';
import { storePicture } from './store-picture.ts';

/** Texts shorter than this are no files of other tools. */
const shortest = 20;

async function readForeign(text: string) {
  const { detectFormat } = await import('@autograph/interchange');
  const format = detectFormat(text);
  return format && { label: format.label, board: format.read(text) };
}

/** Whether a text may be a file of another tool; cheap, so that their readers are loaded only when they are needed. */
const mayBeForeign = (text: string) =>
  text.length > shortest && /^\s*[{<]/.test(text) && /excalidraw|tldraw|mxfile|mxGraphModel/.test(text.slice(0, 4_000));

async function takeText(editor: Editor, fileId: string, text: string, at?: Vec): Promise<void> {
  const foreign = mayBeForeign(text) ? await readForeign(text) : undefined;
  if (foreign) {
    const { putBoard } = await import('./put-board.ts');
    await putBoard(editor, fileId, foreign.board, at);
    toast(`${foreign.board.shapes.length} shapes from ${foreign.label}`, {
      description: foreign.board.losses.join(' '),
      action: { label: 'Undo', onClick: () => editor.undo() },
    });
  } else if (editor.languageOf(text) !== undefined) insertDiagram(editor, text);
  else editor.paste(text, at);
}

async function takeFile(editor: Editor, fileId: string, file: File, at?: Vec): Promise<void> {
  if (file.type.startsWith('image/')) {
    const picture = await storePicture(fileId, { mime: file.type, data: new Uint8Array(await file.arrayBuffer()) });
    placePicture(editor, { ...picture, name: file.name }, at);
    return;
  }
  const text = await file.text();
  if (text.includes('\0'))
    throw new Error(
      `“${file.name}” is of a kind that boards cannot show. Pictures, text, and files of Excalidraw, tldraw and draw.io can be dropped.`,
    );
  await takeText(editor, fileId, text, at);
}

/** Takes in files, and texts that are files of other tools or diagrams as code; says so when it cannot. */
export function createTakeIn(editor: Editor, fileId: string): TakeIn {
  const report = (work: Promise<void>) => void work.catch((error: unknown) => toast.error(errorText(error)));
  return ({ text, files, at }) => {
    if (files.length > 0) {
      files.forEach((file, i) => {
        report(takeFile(editor, fileId, file, at && { x: at.x + 24 * i, y: at.y + 24 * i }));
      });
      return true;
    }
    if (!mayBeForeign(text) && (at || editor.languageOf(text) === undefined)) return false;
    report(takeText(editor, fileId, text, at));
    return true;
  };
}
