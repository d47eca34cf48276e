import { readInk } from '../color.ts';
import { type FileFormat, ForeignFileError } from '../file-format.ts';
import { joinPages } from '../join-pages.ts';
import { Sketchpad } from '../sketchpad.ts';
import { readPages } from './cells.ts';
import { readCells } from './read.ts';

export const manifest: FileFormat = {
  id: 'drawio',
  label: 'draw.io',
  extensions: ['.drawio', '.xml', '.dio'],
  detect: (text) => /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:mxfile|mxGraphModel)\b/.test(text),
  read(text) {
    const pages = readPages(text).map(({ name, cells, background }) => {
      const pad = new Sketchpad();
      readCells(pad, cells);
      return { name, board: pad.board(readInk(background)) };
    });
    const drawn = pages.filter(({ board }) => board.shapes.length > 0);
    if (pages.length === 0) throw new ForeignFileError('This draw.io file has no pages.');
    return joinPages(drawn.length > 0 ? drawn : pages.slice(0, 1), 'frame');
  },
};
