import type { Shape } from '@autograph/document';
import { type BlockDeriver, DocumentStore, type DrawContext, drawScene, SceneGraph } from '@autograph/editor';
import { type Box, expandBox, unionBoxes } from '@autograph/geometry';
import { createTextMeasurer, type DisplayList, type Theme } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';

/** Space around the drawing, px. */
const margin = 24;

/** What an empty board shows, px. */
const emptyBox: Box = { x: 0, y: 0, w: 480, h: 320 };

const definitions = new Map(
  shapeDefinitions.map((definition) => [definition.type, definition.boardOnly ? { ...definition, draw: () => [] } : definition]),
);
export const measure = createTextMeasurer();

/** The shapes of code blocks arrive derived already. */
const nothingDerived: BlockDeriver = {
  recognise: () => undefined,
  derive: () => ({ shapes: [], diagnostics: [], unplaced: [], ranges: new Map(), offers: new Set() }),
  idsOf: () => new Set(),
  edit: () => ({ refused: 'An export cannot be edited.' }),
  restructure: () => ({ refused: 'An export cannot be edited.' }),
  write: () => undefined,
};

function sceneOf(shapes: readonly Shape[]): SceneGraph {
  const store = new DocumentStore();
  store.apply({ shapes: shapes.map((shape) => [shape.id, shape] as const) }, 'remote');
  return new SceneGraph(store, definitions, nothingDerived);
}

/** What a board's shapes need to be drawn or measured one by one. */
export function boardContext(shapes: readonly Shape[], theme: Theme): DrawContext {
  return { theme, measure, scene: sceneOf(shapes) };
}

/** The drawing of a board's shapes, or of the chosen ones, and the part of the page that holds it. */
export function drawBoard(shapes: readonly Shape[], theme: Theme, ids: readonly string[] | undefined): { list: DisplayList; box: Box } {
  const scene = sceneOf(shapes);
  const context: DrawContext = { theme, measure, scene };
  const roots =
    ids ??
    scene
      .children(null)
      .filter((shape) => !shape.hidden)
      .map((shape) => shape.id);
  const shown = roots.flatMap((id) => [id, ...scene.descendants(id).map((shape) => shape.id)]);
  const around = unionBoxes(
    shown.filter((id) => !scene.definition(scene.get(id)?.type ?? '')?.boardOnly).flatMap((id) => scene.paintBounds(id) ?? []),
  );
  return { list: drawScene(scene, context, { ids: roots }), box: around ? expandBox(around, margin) : emptyBox };
}
