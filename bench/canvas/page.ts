import type { Shape } from '@autograph/document';
import { type BlockDeriver, DocumentStore, Editor } from '@autograph/editor';
import { mountEditor } from '@autograph/editor-dom';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import { makeBoard, makeHub } from './scene.ts';

const noBlocks: BlockDeriver = {
  recognise: () => undefined,
  derive: () => ({ shapes: [], diagnostics: [], unplaced: [], ranges: new Map(), offers: new Set() }),
  idsOf: () => new Set(),
  edit: () => ({ refused: '' }),
  restructure: () => ({ refused: '' }),
  write: () => undefined,
};

const query = new URLSearchParams(location.search);
const n = Number(query.get('n')) || 1000;
const shapes = query.get('scene') === 'hub' ? makeHub(n) : makeBoard(n);
const host = document.querySelector<HTMLElement>('#board');
if (!host) throw new Error('The page has no #board.');
performance.mark('bench:data');

const store = new DocumentStore();
store.apply({ shapes: shapes.map((shape) => [shape.id, shape] as const) }, 'remote');
const editor = new Editor({ shapes: shapeDefinitions, blocks: noBlocks, measure: createTextMeasurer(), document: store });
mountEditor(host, editor);
host.focus();

const rectangles = shapes.filter(({ type }) => type === 'rectangle');
const width = Math.max(...shapes.map(({ x, w }) => x + w));
const height = Math.max(...shapes.map(({ y, h }) => y + h));
const distance = ({ x, y, w, h }: Shape) => Math.hypot(x + w / 2 - width / 2, y + h / 2 - height / 2);
const middle =
  shapes.find(({ id }) => id === 'sh_hub') ??
  rectangles.reduce((nearest, shape) => (distance(shape) < distance(nearest) ? shape : nearest));
const neighbour = rectangles[rectangles.indexOf(middle) + (middle.id.endsWith('_0') ? 1 : -1)];

/** All in view, or as much of it as the smallest zoom shows. */
function setView(view: 'all' | '100'): void {
  const { w, h } = editor.viewport;
  const centre = view === 'all' ? { x: width / 2, y: height / 2 } : { x: middle.x + middle.w / 2, y: middle.y + middle.h / 2 };
  editor.setCamera({ ...editor.camera, zoom: view === 'all' ? Math.min((w * 0.94) / width, (h * 0.94) / height) : 1 });
  const { zoom } = editor.camera;
  editor.setCamera({ x: centre.x - w / 2 / zoom, y: centre.y - h / 2 / zoom, zoom });
}

function clientPoint(id: string): [number, number] {
  const bounds = editor.scene.pageBounds(id);
  if (!bounds) throw new Error(`There is no ${id}.`);
  const at = editor.toView({ x: bounds.x + bounds.w / 4, y: bounds.y + bounds.h / 4 });
  return [at.x, at.y];
}

const ofType = (type: string) => [...editor.document.shapes.values()].filter((shape) => shape.type === type);

/** What a harness drives and reads. */
Object.assign(window, {
  bench: {
    scene: {
      n,
      midId: middle.id,
      neighbourId: neighbour?.id,
      counts: { rect: rectangles.length, arrow: ofType('arrow').length, text: ofType('text').length },
    },
    ready: () => true,
    count: () => ({
      rect: ofType('rectangle').length,
      arrow: ofType('arrow').length,
      text: ofType('text').length,
      bound: ofType('arrow').filter(({ start, end }) => editor.scene.get(start?.shape_id ?? '') && editor.scene.get(end?.shape_id ?? ''))
        .length,
    }),
    setView,
    zoom: () => editor.camera.zoom,
    pos: (id: string) => {
      const bounds = editor.scene.pageBounds(id);
      return [bounds?.x, bounds?.y];
    },
    clientPoint,
    selectedCount: () => editor.selection.length,
  },
});
