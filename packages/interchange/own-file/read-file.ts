import { BlockRecord, ColorRecord, GuidePlace, type Shape, shapeProperties, storableShape } from '@autograph/document';
import { rotatedBounds, unionBoxes } from '@autograph/geometry';
import { schemaOf } from '@autograph/shapes';
import { z } from 'zod';
import { readDataUrl } from '../data-url.ts';
import { type ForeignBoard, ForeignFileError } from '../file-format.ts';
import { parseJson } from '../parse-json.ts';

const { id, type, x, y, w, h, rotation, parent_id, index, origin } = shapeProperties;

/** What tells where a shape lies and whose it is; the rest of it is looked at by its kind. */
const Placed: z.ZodType<Shape> = z.looseObject({ id, type, x, y, w, h, rotation, parent_id, index, origin });

const File = z.object({
  canvas_data: z.object({
    shapes: z.array(z.unknown()),
    blocks: z.array(z.unknown()).default([]),
    board: z
      .object({ background: ColorRecord.optional().catch(undefined), guides: z.array(z.unknown()).default([]) })
      .default({ guides: [] }),
  }),
  note_content: z.string().default(''),
  assets: z.record(z.string(), z.unknown()).default({}),
});

/** What was drawn, diagrams as code with every place in them, the board and the note. */
export function readOwnFile(text: string): ForeignBoard {
  const file = File.safeParse(parseJson(text));
  if (!file.success) throw new ForeignFileError('This AutoGraph file has no list of shapes.');
  const { canvas_data: canvas, note_content: note, assets } = file.data;
  const all = canvas.shapes.flatMap((shape) => Placed.safeParse(shape).data ?? []);
  const blocks = canvas.blocks.flatMap((block) => BlockRecord.safeParse(block).data ?? []);
  const guides = canvas.board.guides.flatMap((guide) => GuidePlace.safeParse(placeOf(guide)).data ?? []);
  const images = new Map(
    Object.entries(assets).flatMap(([id, uri]) => {
      const image = readDataUrl(uri);
      return image ? [[id, image] as const] : [];
    }),
  );
  const unread = canvas.shapes.length - all.length + canvas.blocks.length - blocks.length;
  // What blocks draw, and what stands for them, comes from them again.
  const coded = new Set(blocks.map((block) => block.id));
  const drawn = all.filter((shape) => !shape.origin && !coded.has(shape.id));
  const box = unionBoxes(
    all.filter((shape) => shape.parent_id === null && !isBound(shape)).map((shape) => rotatedBounds(shape, shape.rotation)),
  );
  return {
    shapes: drawn.map((shape) => storableShape(shape, schemaOf)),
    blocks,
    images,
    ...(canvas.board.background && { background: canvas.board.background }),
    guides,
    ...(box && { box }),
    note,
    losses: unread > 0 ? [`${unread} of its shapes and diagrams could not be read.`] : [],
  };
}

/** Whether a line ends at shapes: its own box then says nothing of where it lies. */
function isBound({ start, end }: Shape): boolean {
  return start?.shape_id !== undefined || end?.shape_id !== undefined;
}

/** Where a guide stands, without the name that it had in its file. */
function placeOf(guide: unknown): unknown {
  if (typeof guide !== 'object' || guide === null) return undefined;
  return { axis: 'axis' in guide ? guide.axis : undefined, at: 'at' in guide ? guide.at : undefined };
}
