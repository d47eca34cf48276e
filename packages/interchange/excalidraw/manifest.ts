import { readInk } from '../color.ts';
import { type FileFormat, ForeignFileError } from '../file-format.ts';
import { parseJson } from '../parse-json.ts';
import { Sketchpad } from '../sketchpad.ts';
import { File, soundElements } from './elements.ts';
import { readElements } from './read.ts';

export const manifest: FileFormat = {
  id: 'excalidraw',
  label: 'Excalidraw',
  extensions: ['.excalidraw'],
  detect: (text) => /^\s*\{/.test(text) && /"type"\s*:\s*"excalidraw(\/clipboard)?"/.test(text.slice(0, 2_000)),
  read(text) {
    const file = File.safeParse(parseJson(text));
    if (!file.success) throw new ForeignFileError('This Excalidraw file has no list of elements.');
    const pad = new Sketchpad();
    readElements(pad, soundElements(file.data.elements), file.data.files);
    const background = readInk(file.data.appState?.viewBackgroundColor);
    return pad.board(background === '#ffffff' ? undefined : background);
  },
};
