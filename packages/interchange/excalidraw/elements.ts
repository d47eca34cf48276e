import { z } from 'zod';

/**
 * The part of Excalidraw's file format (version 2) that is read, by its published JSON schema. What is missing or odd in
 * one element falls back to a default; an element without a place is left out.
 */
const number = (fallback: number) => z.number().catch(fallback);
const text = (fallback: string) => z.string().catch(fallback);
const point = z.array(z.number()).min(2);

const binding = z
  .looseObject({ elementId: z.string(), fixedPoint: z.array(z.number()).length(2).nullish().catch(null) })
  .nullish()
  .catch(null);

export const Element = z.looseObject({
  id: z.string().min(1),
  type: z.string(),
  x: z.number(),
  y: z.number(),
  width: number(0),
  height: number(0),
  angle: number(0),
  strokeColor: text('#1e1e1e'),
  backgroundColor: text('transparent'),
  fillStyle: text('solid'),
  strokeWidth: number(2),
  roughness: number(0),
  strokeStyle: z.enum(['solid', 'dashed', 'dotted']).catch('solid'),
  opacity: number(100),
  groupIds: z.array(z.string()).catch([]),
  frameId: z.string().nullish().catch(null),
  roundness: z
    .looseObject({ type: number(3), value: z.number().optional().catch(undefined) })
    .nullish()
    .catch(null),
  isDeleted: z.boolean().catch(false),
  link: z.string().nullish().catch(null),
  locked: z.boolean().catch(false),
  name: z.string().nullish().catch(null),
  text: text(''),
  originalText: z.string().nullish().catch(null),
  fontSize: number(20),
  fontFamily: number(5),
  textAlign: z.enum(['left', 'center', 'right']).catch('left'),
  verticalAlign: z.enum(['top', 'middle', 'bottom']).catch('top'),
  containerId: z.string().nullish().catch(null),
  autoResize: z.boolean().catch(true),
  points: z.array(point).catch([]),
  pressures: z.array(z.number()).catch([]),
  startBinding: binding,
  endBinding: binding,
  startArrowhead: z.string().nullish().catch(null),
  endArrowhead: z.string().nullish().catch(null),
  elbowed: z.boolean().catch(false),
  fileId: z.string().nullish().catch(null),
});
export type Element = z.output<typeof Element>;

export const File = z.looseObject({
  type: z.literal('excalidraw'),
  elements: z.array(z.unknown()),
  appState: z
    .looseObject({ viewBackgroundColor: z.string().optional().catch(undefined) })
    .nullish()
    .catch(null),
  files: z.record(z.string(), z.looseObject({ dataURL: z.string().catch('') })).catch({}),
});

/** Library files: version 2 has items, version 1 lists of elements. */
export const Library = z.looseObject({
  type: z.literal('excalidrawlib'),
  libraryItems: z.array(z.looseObject({ name: z.string().nullish().catch(null), elements: z.array(z.unknown()).catch([]) })).optional(),
  library: z.array(z.array(z.unknown())).optional(),
});

/** The elements of a list that are sound and not deleted. */
export function soundElements(list: readonly unknown[]): Element[] {
  return list.flatMap((item) => Element.safeParse(item).data ?? []).filter((element) => !element.isDeleted);
}
