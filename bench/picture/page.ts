// In the page: a text becomes a picture, by us and by Mermaid. Ours is parse, layout and shapes; Mermaid's is what its `render` does.

import { Editor } from '@autograph/editor';
import { arrange, createArranger, createBlockDeriver, watchBlocks } from '@autograph/languages';
import { createLayouter } from '@autograph/layout';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import mermaid from 'mermaid';
import { type Drawn, drawnBy } from './drawn.ts';

const measure = createTextMeasurer();
const layouter = createLayouter();
const blocks = createBlockDeriver(measure);
mermaid.initialize({ startOnLoad: false, maxEdges: 100_000, maxTextSize: 10_000_000 });

let count = 0;
let editor: Editor | undefined;

/** Its remark makes each text one that was not seen before. */
async function picture(source: string): Promise<number> {
  const block = { id: 'bl', language: 'mermaid', source: `${source}\n%% ${count++}`, x: 0, y: 0, index: 'a0', layout: {} };
  return blocks.derive({ ...block, layout: await arrange(block, layouter, measure) }).shapes.length;
}

/** Puts a diagram on a board, laid out and watched as in the product. */
async function open(source: string): Promise<void> {
  const block = { id: 'bl', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  editor = new Editor({ shapes: shapeDefinitions, blocks, arranger: createArranger(layouter, measure), measure });
  editor.addContent({ shapes: [], blocks: [{ ...block, layout: await arrange(block, layouter, measure) }] });
  watchBlocks(editor, layouter, measure);
}

/** What a key does: the diagram's text is another one, and all that follows on the board. Gives what is left without a place: nothing. */
async function edit(source: string): Promise<number | undefined> {
  editor?.setBlockSource('bl', source);
  await new Promise((resolve) => setTimeout(resolve));
  return editor?.derivation('bl')?.unplaced.length;
}

async function theirs(source: string): Promise<number> {
  const { svg } = await mermaid.render(`m${count++}`, source);
  return svg.length;
}

async function drawn(source: string): Promise<Drawn> {
  const id = `m${count++}`;
  const { svg } = await mermaid.render(id, source);
  return drawnBy(svg, id);
}

Object.assign(window, { bench: { picture, open, edit, theirs, drawn } });
