import type { Room } from '@autograph/collab';
import { type Editor, type PictureContent, placePicture, pointedAt } from '@autograph/editor';
import type { TakeIn } from '@autograph/editor-dom';
import type { Vec } from '@autograph/geometry';
import { detectFormat, type FileFormat, fileFormats } from '@autograph/interchange';
import { findImporter, type Importer, type ImportWarning } from '@autograph/interchange/importers.ts';
import { familyOfFile, fencedDiagrams } from '@autograph/languages';
import { toast } from 'sonner';
import { insertDiagram, insertDiagrams } from '@/features/insert/insert.ts';
import { errorText } from '@/lib/api.ts';
import { storePicture } from './store-picture.ts';

/** What files are opened into. */
export interface Desk {
  readonly fileId: string;
  readonly editor: Editor;
  readonly room: Room;
}

/** What boards are read from, for people. */
const tools = new Intl.ListFormat('en').format(fileFormats.map(({ label }) => label));

/** So many warnings can be read before a notice goes. */
const shownWarnings = 3;

function described(warnings: readonly ImportWarning[]): string {
  const shown = warnings.slice(0, shownWarnings).map(({ line, message }) => (line === undefined ? message : `Line ${line}: ${message}`));
  const rest = warnings.length - shown.length;
  return [...shown, ...(rest > 0 ? [`And ${rest} more.`] : [])].join('\n');
}

async function importDiagram(editor: Editor, importer: Importer, text: string): Promise<void> {
  const { diagrams, warnings } = (await importer.load())(text);
  editor.transact(() => {
    insertDiagrams(
      editor,
      diagrams.map(({ language, source }) => ({ family: language, source })),
    );
  });
  toast(diagrams.length > 1 ? `${diagrams.length} diagrams from ${importer.label}` : `A diagram from ${importer.label}`, {
    description: described(warnings),
    descriptionClassName: 'whitespace-pre-line',
    action: { label: 'Undo', onClick: () => editor.undo() },
  });
}

const counted = (count: number, one: string): string[] => (count === 0 ? [] : [`${count} ${count === 1 ? one : `${one}s`}`]);

async function takeBoard(desk: Desk, { label, load }: FileFormat, text: string, at?: Vec): Promise<void> {
  const [read, { putBoard }] = await Promise.all([load(), import('@autograph/interchange/put-board.ts')]);
  const board = read(text);
  const { editor, room, fileId } = desk;
  const pictures = new Map<string, PictureContent>();
  for (const [key, image] of board.images) pictures.set(key, (await storePicture(fileId, image)).content);
  if (!putBoard(editor, board, { pictures, addToNote: (text) => room.addToNote(text), at })) return;
  const { shapes, blocks = [], note } = board;
  const parts = [...counted(shapes.length, 'shape'), ...counted(blocks.length, 'diagram'), ...(note ? ['a note'] : [])];
  toast(`${parts.join(', ').replace(/, ([^,]*)$/, ' and $1') || 'Nothing'} from ${label}`, {
    description: board.losses.join(' '),
    action: { label: 'Undo', onClick: () => editor.undo() },
  });
}

async function takeText(desk: Desk, text: string, at?: Vec, fileName = ''): Promise<void> {
  const { editor } = desk;
  const format = detectFormat(text);
  if (format) {
    await takeBoard(desk, format, text, at);
    return;
  }
  const diagrams = /\.(?:md|markdown)$/i.test(fileName) ? fencedDiagrams(text) : [];
  if (diagrams.length > 0) {
    editor.transact(() => void insertDiagrams(editor, diagrams));
    return;
  }
  const named = text.trim() === '' ? undefined : familyOfFile(fileName);
  if (named) {
    insertDiagram(editor, { family: named.id, source: text });
    return;
  }
  const importer = findImporter(text, fileName);
  const code = importer ? undefined : editor.codeIn(text);
  if (importer) await importDiagram(editor, importer, text);
  else if (code) insertDiagram(editor, { family: code.language, ...code }, at);
  else editor.paste(text, at);
}

async function takeFile(desk: Desk, file: File, at?: Vec): Promise<void> {
  if (file.type.startsWith('image/')) {
    const picture = await storePicture(desk.fileId, { mime: file.type, data: new Uint8Array(await file.arrayBuffer()) });
    placePicture(desk.editor, { ...picture, name: file.name }, at);
    return;
  }
  const text = await file.text();
  if (text.includes('\0'))
    throw new Error(`“${file.name}” is of a kind that boards cannot show. Pictures, text, and files of ${tools} can be dropped.`);
  await takeText(desk, text, at, file.name);
}

/** Takes in files, and texts that are files of other tools, data models or diagrams as code; says so when it cannot. */
export function createTakeIn(desk: Desk): TakeIn {
  const { editor } = desk;
  const report = (work: Promise<void>) => void work.catch((error: unknown) => toast.error(errorText(error)));
  return ({ text, files, at: dropped }) => {
    const at = dropped ?? pointedAt(editor);
    if (files.length > 0) {
      files.forEach((file, i) => {
        report(takeFile(desk, file, at && { x: at.x + 24 * i, y: at.y + 24 * i }));
      });
      return true;
    }
    const known = detectFormat(text) !== undefined || findImporter(text) !== undefined || editor.codeIn(text) !== undefined;
    if (!known) return false;
    report(takeText(desk, text, at));
    return true;
  };
}
