// What it takes to write a board of 1,000 shapes as a picture file: drawing list and encoding, as the export service does it. Median of warm runs, ms.

import { lightTheme } from '@autograph/render';
import type { Exportable } from '../services/export/exporter.ts';
import { manifests } from '../services/export/exporters/registry.gen.ts';
import { drawBoard } from '../services/export/scene.ts';
import { makeBoard } from './canvas/scene.ts';

const shapes = makeBoard(1000);
const runs = 7;

for (const format of ['svg', 'png', 'pdf']) {
  const exporter = manifests.find(({ id }) => id === format);
  if (!exporter) throw new Error(`There is no exporter for ${format}.`);
  const times: number[] = [];
  let bytes = 0;
  for (let run = 0; run < runs; run++) {
    const file: Exportable = {
      title: 'Bench',
      note: '',
      shapes,
      blocks: [],
      board: {},
      loadImage: async () => undefined,
      picture: () => drawBoard(shapes, lightTheme, undefined),
    };
    const start = performance.now();
    bytes = (await exporter.write(file, { scale: 1, background: '#ffffff' })).length;
    times.push(performance.now() - start);
  }
  // The first run pays for fonts and compilation.
  const [first = 0, ...warm] = times;
  const median = warm.toSorted((a, b) => a - b)[Math.floor(warm.length / 2)] ?? first;
  console.log(`${format}: ${median.toFixed(0)} ms (first ${first.toFixed(0)} ms), ${(bytes / 1024).toFixed(0)} KB`);
}
