import { readInk } from '../color.ts';
import { type ForeignBoard, ForeignFileError } from '../file-format.ts';
import { parseJson } from '../parse-json.ts';
import { Sketchpad } from '../sketchpad.ts';
import { File, soundElements } from './elements.ts';
import { readElements } from './read.ts';

/** What stands on its board. */
export function readExcalidraw(text: string): ForeignBoard {
  const file = File.safeParse(parseJson(text));
  if (!file.success) throw new ForeignFileError('This Excalidraw file has no list of elements.');
  const pad = new Sketchpad();
  readElements(pad, soundElements(file.data.elements), file.data.files);
  const background = readInk(file.data.appState?.viewBackgroundColor);
  return pad.board(background === '#ffffff' ? undefined : background);
}
