import { type Editor, placePicture } from '@autograph/editor';
import type { TakeIn } from '@autograph/editor-dom';
import type { Vec } from '@autograph/geometry';
import { findImporter, type Importer, type ImportWarning } from '@autograph/interchange/importers.ts';
import { familyOfFile, fencedDiagrams } from '@autograph/languages';
import { toast } from 'sonner';
import { insertDiagram, insertDiagrams } from '@/features/insert/insert.ts';
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

/** Whether a text may be the product's own JSON export; cheap. */
const mayBeOwn = (text: string) => /^\s*\{/.test(text) && text.includes('"canvas_data"');

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

/** What a put board is told by, and taken back with. */
function tellOfBoard(editor: Editor, message: string, description: string): void {
  toast(message, { description, action: { label: 'Undo', onClick: () => editor.undo() } });
}

async function takeText(editor: Editor, fileId: string, text: string, at?: Vec, fileName = ''): Promise<void> {
  const own = mayBeOwn(text) ? await import('./own-file.ts').then(({ readOwnFile }) => readOwnFile(text)) : undefined;
  if (own) {
    const { putOwnFile } = await import('./own-file.ts');
    const count = putOwnFile(editor, own, at);
    tellOfBoard(
      editor,
      `${count} ${count === 1 ? 'shape' : 'shapes'} from an AutoGraph file`,
      own.note_content ? 'Its note stays in that file.' : '',
    );
    return;
  }
  const foreign = mayBeForeign(text) ? await readForeign(text) : undefined;
  if (foreign) {
    const { putBoard } = await import('./put-board.ts');
    await putBoard(editor, fileId, foreign.board, at);
    tellOfBoard(editor, `${foreign.board.shapes.length} shapes from ${foreign.label}`, foreign.board.losses.join(' '));
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
  else if (code) insertDiagram(editor, { family: code.language, ...code });
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
  await takeText(editor, fileId, text, at, file.name);
}

/** Takes in files, and texts that are files of other tools, data models or diagrams as code; says so when it cannot. */
export function createTakeIn(editor: Editor, fileId: string): TakeIn {
  const report = (work: Promise<void>) => void work.catch((error: unknown) => toast.error(errorText(error)));
  return ({ text, files, at }) => {
    if (files.length > 0) {
      files.forEach((file, i) => {
        report(takeFile(editor, fileId, file, at && { x: at.x + 24 * i, y: at.y + 24 * i }));
      });
      return true;
    }
    const known = mayBeOwn(text) || mayBeForeign(text) || findImporter(text) !== undefined || (!at && editor.codeIn(text) !== undefined);
    if (!known) return false;
    report(takeText(editor, fileId, text, at));
    return true;
  };
}
