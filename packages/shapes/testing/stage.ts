import type { Shape } from '@autograph/document';
import type { Scene, ShapeDefinition } from '@autograph/editor';
import { pathBounds, rotatePath, translatePath } from '@autograph/geometry';
import { createTextMeasurer, type DisplayList, lightTheme, type Theme, toSvg } from '@autograph/render';
import { shapeDefinitions } from '../registry.ts';

type Given = Partial<Shape> & { readonly type: string } & { readonly [own: string]: unknown };

/** A page of shapes without nesting, to draw them and ask for their outlines. */
export interface Stage {
  readonly scene: Scene;
  shape(id: string): Shape;
  definition(type: string): ShapeDefinition;
  draw(id: string, theme?: Theme): DisplayList;
  /** The drawing of one shape as SVG: the readable form of its display list. */
  svg(id: string, theme?: Theme): string;
}

const measure = createTextMeasurer();

/** Shapes with the defaults of their kinds; ids are 's0', 's1', … unless given. */
export function stage(...given: readonly Given[]): Stage {
  const shapes = new Map(given.map((own, i) => completed(own, i)).map((shape) => [shape.id, shape]));
  const scene: Scene = {
    get: (id) => shapes.get(id),
    children: (parent) => [...shapes.values()].filter((shape) => shape.parent_id === parent),
    origin: () => ({ x: 0, y: 0 }),
    pageBounds: (id) => pathBounds(scene.pageOutline(id) ?? []),
    pageOutline(id) {
      const shape = shapes.get(id);
      if (!shape) return undefined;
      const turned = rotatePath(definition(shape.type).outline(shape, scene), shape.rotation, { x: shape.w / 2, y: shape.h / 2 });
      return translatePath(turned, shape.x, shape.y);
    },
  };
  const shape = (id: string) => {
    const found = shapes.get(id);
    if (!found) throw new Error(`no shape ${id} on the stage`);
    return found;
  };
  const draw = (id: string, theme: Theme = lightTheme) => definition(shape(id).type).draw(shape(id), { theme, measure, scene });
  return {
    scene,
    shape,
    definition,
    draw,
    svg: (id, theme) => toSvg(draw(id, theme), { box: { x: 0, y: 0, w: shape(id).w, h: shape(id).h } }).replaceAll('><', '>\n<'),
  };
}

function definition(type: string): ShapeDefinition {
  const found = shapeDefinitions.find((candidate) => candidate.type === type);
  if (!found) throw new Error(`no shape kind ${type}`);
  return found;
}

function completed(own: Given, i: number): Shape {
  const place = { id: `s${i}`, x: 0, y: 0, w: 0, h: 0, rotation: 0, parent_id: null, index: `a${i}` };
  return { ...place, ...definition(own.type).defaults, ...own };
}
