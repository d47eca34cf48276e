import { readInk } from '../color.ts';
import { type ForeignBoard, ForeignFileError } from '../file-format.ts';
import { joinPages } from '../join-pages.ts';
import { Sketchpad } from '../sketchpad.ts';
import { readPages } from './cells.ts';
import { readCells } from './read.ts';

/** Its pages side by side, those with something on them. */
export function readDrawio(text: string): ForeignBoard {
  const pages = readPages(text).map(({ name, cells, background }) => {
    const pad = new Sketchpad();
    readCells(pad, cells);
    return { name, board: pad.board(readInk(background)) };
  });
  const drawn = pages.filter(({ board }) => board.shapes.length > 0);
  if (pages.length === 0) throw new ForeignFileError('This draw.io file has no pages.');
  return joinPages(drawn.length > 0 ? drawn : pages.slice(0, 1), 'frame');
}
