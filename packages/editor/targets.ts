import { type Shape, type ShapeChange, sameJson } from '@autograph/document';
import { boundTo, isConnector } from './arrow-bindings.ts';
import { fieldsOf } from './as-drawn.ts';
import { translation } from './change-record.ts';
import { plainShape } from './create-shape.ts';
import { kindOf } from './describe-shape.ts';
import type { Editor } from './editor.ts';
import { leaveFrames } from './reparent.ts';
import { sizeUpdates } from './set-size.ts';
import type { PanelField } from './shape-definition.ts';

/** What the properties panel speaks of, and how it changes it. */
export interface Targets {
  /** Selected shapes with their kind's defaults filled in; one stand-in while a drawing tool is chosen. */
  readonly shapes: readonly Shape[];
  readonly stored: boolean;
  /** False when all that is selected is locked. */
  readonly free: boolean;
  readonly title: string;
  /** False when what is selected is where others are, as arrows between shapes. */
  readonly placeable: boolean;
  readonly fields: ReadonlySet<PanelField>;
  change(change: ShapeChange): void;
  changeEach(change: (shape: Shape) => ShapeChange): void;
  /** Gives each stored shape another size, its corner staying. */
  resizeEach(size: (shape: Shape) => { readonly w?: number; readonly h?: number }): void;
  /** Shows a change without making it, while something is dragged; null ends that. */
  preview(change: ShapeChange | ((shape: Shape) => ShapeChange) | null): void;
}

/** Style properties that the next shape takes over; place and size are its own. */
const placing = new Set(['x', 'y', 'w', 'h', 'rotation', 'text']);

function remember(editor: Editor, change: ShapeChange): void {
  editor.setNextStyle(Object.fromEntries(Object.entries(change).filter(([name]) => !placing.has(name))));
}

/** What all of the shapes offer to change. */
function common(editor: Editor, shapes: readonly Shape[]): ReadonlySet<PanelField> {
  const offered = shapes.flatMap((shape) => {
    const definition = editor.definition(shape.type);
    return definition ? [fieldsOf(definition, shape)] : [];
  });
  const [first = [], ...others] = [...new Set(offered)];
  return new Set(first.filter((field) => others.every((fields) => fields.includes(field))));
}

/** The records of groups and lines have no box worth showing: they are where what they hold, or their points, are. */
function asSeen(editor: Editor, shape: Shape): Shape {
  const box = editor.definition(shape.type)?.wraps || isConnector(shape) ? editor.scene.pageBounds(shape.id) : undefined;
  const origin = editor.scene.origin(shape);
  return box ? { ...shape, x: box.x - origin.x, y: box.y - origin.y, w: box.w, h: box.h } : shape;
}

/** The change of a shape's record that makes `change` of it as it is seen. */
function ofRecord(editor: Editor, seen: Shape, change: ShapeChange): ShapeChange {
  const shape = editor.document.shapes.get(seen.id) ?? seen;
  const { x = seen.x, y = seen.y, ...look } = change;
  if (typeof x !== 'number' || typeof y !== 'number' || (x === seen.x && y === seen.y)) return look;
  return { ...look, ...translation(shape, x - seen.x, y - seen.y) };
}

function ofSelection(editor: Editor): Targets | null {
  const shapes = editor.selection.flatMap((id) => {
    const shape = editor.scene.get(id);
    return shape ? [asSeen(editor, shape)] : [];
  });
  const [first] = shapes;
  if (!first) return null;
  const free = shapes.filter(({ locked }) => !locked);
  // As they are when the change is made: what the panel was drawn from may be a change behind.
  const freeNow = () =>
    free.flatMap(({ id }) => {
      const shape = editor.scene.get(id);
      return shape && !shape.locked ? [asSeen(editor, shape)] : [];
    });
  const changeEach: Targets['changeEach'] = (change) => {
    const changes = freeNow().map((shape) => ({ id: shape.id, change: ofRecord(editor, shape, change(shape)) }));
    const moved = changes.flatMap(({ id, change: { x, y } }) => (x === undefined && y === undefined ? [] : [id]));
    editor.transact(() => {
      editor.updateShapes(changes);
      leaveFrames(editor, moved);
    });
  };
  return {
    shapes: shapes.map((shape) => ({ ...editor.definition(shape.type)?.defaults, ...shape })),
    stored: true,
    free: free.length > 0,
    title: shapes.length > 1 ? `${shapes.length} shapes` : kindOf(editor.scene, first),
    placeable: shapes.every((shape) => boundTo(shape).length === 0),
    fields: common(editor, shapes),
    changeEach,
    resizeEach: (size) => editor.updateShapes(freeNow().flatMap((shape) => sizeUpdates(editor, shape.id, size(shape)))),
    preview(change) {
      if (change === null) editor.setPreview(null);
      else
        editor.preview(() =>
          free.map((shape) => ({ id: shape.id, change: ofRecord(editor, shape, typeof change === 'function' ? change(shape) : change) })),
        );
    },
    change(change) {
      // How a container looks says nothing of what is drawn next.
      if (shapes.some(({ type }) => !editor.definition(type)?.container)) remember(editor, change);
      changeEach(() => change);
    },
  };
}

function ofTool(editor: Editor): Targets | null {
  const definition = editor.definition(editor.tool);
  if (!definition) return null;
  const styles = Object.fromEntries(Object.entries(editor.nextStyle).filter(([, value]) => value !== null));
  const change = (style: ShapeChange) => {
    remember(editor, style);
    editor.emit('settings');
  };
  const standIn: Shape = { ...plainShape(definition), ...styles };
  return {
    shapes: [standIn],
    stored: false,
    free: true,
    title: `Next ${definition.label.toLowerCase()}`,
    placeable: true,
    fields: new Set(definition.fields),
    change,
    changeEach: (each) => change(each(standIn)),
    resizeEach: () => undefined,
    preview: () => undefined,
  };
}

/**
 * What is selected on the board, or else what the chosen tool will draw; null when there is neither or nothing may change. What is selected
 * because somebody writes it in the code is seen as a whole: no panel comes before it.
 */
export function targetsOf(editor: Editor): Targets | null {
  if (editor.readOnly) return null;
  return (editor.selectedIn === 'board' ? ofSelection(editor) : null) ?? ofTool(editor);
}

/** What changes with every letter typed, and is not shown in the panel. */
const unshown = new Set(['text', 'text_spans']);

function looksLike(a: Shape, b: Shape): boolean {
  const [before, after]: readonly Readonly<Record<string, unknown>>[] = [{ ...a }, { ...b }];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => unshown.has(key) || sameJson(before?.[key], after?.[key]));
}

/** Whether the panel shows the same of both. */
export function sameTargets(a: Targets | null, b: Targets | null): boolean {
  if (a === null || b === null) return a === b;
  const { shapes } = b;
  return (
    a.stored === b.stored &&
    a.free === b.free &&
    a.title === b.title &&
    a.fields.size === b.fields.size &&
    a.shapes.length === shapes.length &&
    a.shapes.every((shape, at) => {
      const other = shapes[at];
      return other !== undefined && looksLike(shape, other);
    })
  );
}
